package io.mingjian.registry.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact about a filer that a person has established.
 *
 * @param submissionId the submission it belongs to; absent for what happened elsewhere
 * @param basis the provision or document it rests on
 */
public record Mark(
        UUID id,
        MarkKind kind,
        LocalDate on,
        @Nullable UUID submissionId,
        @Nullable UUID filingId,
        String basis) {

    /** What stands for it among the evidence of a finding: its submission if it has one. */
    public UUID reference() {
        return submissionId == null ? id : submissionId;
    }
}
