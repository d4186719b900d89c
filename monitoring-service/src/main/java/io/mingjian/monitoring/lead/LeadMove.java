package io.mingjian.monitoring.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody wants to take with a lead, and what comes with it.
 *
 * @param ground code of the ground, where the step has one: the place rule, the disposal code
 * @param to for an assignment, the district
 * @param disposalCode for a disposal, what was done
 * @param duplicateOf for a duplicate, the lead that says the same
 */
public record LeadMove(
        LeadStep step,
        @Nullable String ground,
        @Nullable String reasons,
        @Nullable District to,
        @Nullable String disposalCode,
        @Nullable UUID duplicateOf) {

    /** A district bureau. */
    public record District(String organisation, String code) {}

    public static LeadMove of(LeadStep step, @Nullable String reasons) {
        return new LeadMove(step, null, reasons, null, null, null);
    }

    public static LeadMove assign(
            District district, @Nullable String placeRule, @Nullable String reasons) {
        return new LeadMove(LeadStep.ASSIGN, placeRule, reasons, district, null, null);
    }

    public static LeadMove dispose(String code, @Nullable String reasons) {
        return new LeadMove(LeadStep.DISPOSE, code, reasons, null, code, null);
    }

    /** The city takes the work into its own hands. */
    public static LeadMove takeOver(@Nullable String reasons) {
        return LeadMove.of(LeadStep.TAKE_OVER, reasons);
    }

    /** It passes although not all of its evidence came as it was told. */
    static LeadMove qualifyDespiteEvidence(@Nullable String reasons) {
        return new LeadMove(LeadStep.QUALIFY, "EVIDENCE_IN_DOUBT", reasons, null, null, null);
    }

    static LeadMove markDuplicate(UUID of, @Nullable String reasons) {
        return new LeadMove(LeadStep.MARK_DUPLICATE, null, reasons, null, null, of);
    }
}
