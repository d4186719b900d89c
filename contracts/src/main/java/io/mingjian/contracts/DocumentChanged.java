package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A notice of a filing was issued ({@code document.issued.v1}) or served ({@code
 * document.served.v1}). Its text stays in the registry.
 *
 * @param documentKind code of the kind of notice
 * @param documentNo number in the series of the issuing agency, kind and year
 * @param addressee COMPLAINANT, RESPONDENT or REPORTER; never who that is
 */
public record DocumentChanged(
        UUID documentId,
        UUID filingId,
        FilingKind kind,
        String documentKind,
        String documentNo,
        String addressee,
        LocalDate on)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
