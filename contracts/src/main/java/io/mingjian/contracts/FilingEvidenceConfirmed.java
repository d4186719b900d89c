package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An officer said what a piece of evidence of a filing is: {@code filing.evidence-confirmed.v1}. A
 * later one for the same evidence and filing takes the place of the earlier.
 *
 * @param restsOn code of what the finding rests on, such as an appraisal or the filer's admission
 */
public record FilingEvidenceConfirmed(
        UUID filingId,
        FilingKind kind,
        UUID evidenceId,
        EvidenceTruth truth,
        String restsOn,
        String organisation,
        LocalDate confirmedOn)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
