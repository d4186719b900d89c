package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.code.District;

/**
 * The number that people see: {@code 沪市监投〔2026〕000001号} for the municipal bureau's first complaint
 * of the year, {@code 沪黄市监举〔2026〕000012号} for a report at Huangpu's bureau. Agency, kind and year
 * make a series without gaps.
 */
final class RegistrationNo {
    private RegistrationNo() {}

    static String of(String agency, FilingKind kind, int year, long running) {
        String sign = District.ofOrganisation(agency).map(District::sign).orElse("");
        String word = kind == FilingKind.COMPLAINT ? "投" : "举";
        return "沪%s市监%s〔%d〕%06d号".formatted(sign, word, year, running);
    }

    /** Name of the series inside an agency and year. */
    static String series(FilingKind kind) {
        return kind == FilingKind.COMPLAINT ? "complaint" : "report";
    }
}
