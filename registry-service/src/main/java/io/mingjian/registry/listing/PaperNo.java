package io.mingjian.registry.listing;

import io.mingjian.registry.code.District;

/**
 * Numbers of what this room issues: {@code 沪黄市监名告〔2026〕000001号}. Agency, kind and year make a
 * series without gaps.
 */
enum PaperNo {
    NOTICE("名告"),
    /** Also the number of the entry. */
    LISTING("名列");

    private final String sign;

    PaperNo(String sign) {
        this.sign = sign;
    }

    /** Name of the series inside an agency and year. */
    String series() {
        return "listing." + sign;
    }

    String of(String agency, int year, long running) {
        String district = District.ofOrganisation(agency).map(District::sign).orElse("");
        return "沪%s市监%s〔%d〕%06d号".formatted(district, sign, year, running);
    }
}
