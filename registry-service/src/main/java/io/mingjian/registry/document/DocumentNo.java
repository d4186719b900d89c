package io.mingjian.registry.document;

import io.mingjian.registry.code.District;

/**
 * Numbers of notices: {@code 沪黄市监投受〔2026〕000001号} for the first notice of acceptance of Huangpu's
 * bureau in a year. Agency, kind and year make a series without gaps.
 */
final class DocumentNo {
    private DocumentNo() {}

    static String of(String agency, String series, int year, long running) {
        String sign = District.ofOrganisation(agency).map(District::sign).orElse("");
        return "沪%s市监%s〔%d〕%06d号".formatted(sign, series, year, running);
    }

    /** Name of the series inside an agency and year. */
    static String series(Template template) {
        return "document." + template.series();
    }
}
