package io.mingjian.detection.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.time.LegalDay;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the doors of this room take and answer. */
final class OutcomeViews {
    private OutcomeViews() {}

    /**
     * What was found.
     *
     * @param restsOn all that it rests on
     * @param reasons in own words; they go into the audit
     */
    record OutcomeRequest(
            @NotNull(message = "请选择结论。") OutcomeKind outcome,
            @NotEmpty(message = "请选择结论的依据。") @Size(max = 9, message = "依据不超过九项。")
                    List<@NotNull(message = "依据不可为空。") RestsOn> restsOn,
            @NotBlank(message = "请说明理由。") @Size(max = 500, message = "理由不超过 500 个字。")
                    String reasons) {}

    /** Why an outcome is taken back. */
    record WithdrawalRequest(
            @NotBlank(message = "请说明撤回的理由。") @Size(max = 500, message = "理由不超过 500 个字。")
                    String reasons) {}

    /**
     * An outcome.
     *
     * @param calibrates whether it enters the calibration: it stands, it says something, and it
     *     rests on more than the readings of this suite
     * @param filingId where the registry's officers found it; absent for what was said here
     * @param withdrawnBy absent while it stands; so are the other three of its end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeView(
            UUID id,
            UUID evidenceId,
            OutcomeKind outcome,
            String outcomeName,
            List<RestsOn> restsOn,
            List<String> restsOnNames,
            boolean calibrates,
            String reasons,
            String organisation,
            String decidedBy,
            OffsetDateTime decidedAt,
            @Nullable UUID filingId,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnFrom,
            @Nullable String withdrawReasons,
            @Nullable OffsetDateTime withdrawnAt,
            int version) {

        static OutcomeView of(EvidenceOutcome outcome) {
            Optional<EvidenceOutcome.Withdrawal> end = outcome.withdrawn();
            List<RestsOn> restsOn = List.copyOf(outcome.restsOn());
            return new OutcomeView(
                    outcome.id(),
                    outcome.evidenceId(),
                    outcome.outcome(),
                    outcome.outcome().zhName(),
                    restsOn,
                    restsOn.stream().map(RestsOn::zhName).toList(),
                    end.isEmpty()
                            && outcome.isIndependent()
                            && outcome.outcome() != OutcomeKind.UNDETERMINED,
                    outcome.reasons(),
                    outcome.organisation(),
                    outcome.decidedBy(),
                    outside(outcome.decidedAt()),
                    outcome.filingId().orElse(null),
                    end.map(EvidenceOutcome.Withdrawal::by).orElse(null),
                    end.map(EvidenceOutcome.Withdrawal::organisation).orElse(null),
                    end.map(EvidenceOutcome.Withdrawal::reasons).orElse(null),
                    end.map(withdrawal -> outside(withdrawal.at())).orElse(null),
                    outcome.version());
        }
    }

    static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
