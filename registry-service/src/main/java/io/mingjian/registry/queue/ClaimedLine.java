package io.mingjian.registry.queue;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.NotFound;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the queue as far as it matters who works on it; locked when it was read to be changed.
 *
 * @param version grows with every change of hands
 */
record ClaimedLine(
        UUID filingId,
        FilingKind kind,
        String registrationNo,
        String state,
        boolean open,
        String holder,
        String registeringAgency,
        @Nullable String claimedBy,
        @Nullable String claimedName,
        @Nullable Instant since,
        int version) {

    /**
     * Only the bureau that has the filing deals out its work.
     *
     * @throws NotFound for bureaus that may not see it
     * @throws Forbidden for those that may only look
     */
    void requireAt(Caller caller) {
        if (caller.organisation().equals(holder)) {
            return;
        }
        if (caller.isCity() || caller.organisation().equals(registeringAgency)) {
            throw new Forbidden(
                    "该件现由其他单位办理，贵单位只能查看。", "Another bureau has this filing; you may only look.");
        }
        throw notFound();
    }

    void requireOpen() {
        if (!open) {
            throw new Conflict("closed", "该件已办结，无需认领。", "The filing has ended.");
        }
    }

    /**
     * The claim that runs.
     *
     * @throws Conflict if nobody has claimed it
     */
    String requireClaimed() {
        if (claimedBy == null) {
            throw new Conflict("not-claimed", "该件目前无人认领。", "Nobody has claimed it.");
        }
        return claimedBy;
    }

    boolean isClaimedBy(Caller caller) {
        return caller.subject().equals(claimedBy);
    }

    static Conflict claimedByOther(@Nullable String name) {
        return new Conflict(
                "claimed-by-other",
                "该件已由" + name + "认领，请由其办理，或者由审核人、负责人改派。",
                "Claimed by " + name + ".");
    }

    static NotFound notFound() {
        return new NotFound("待办事项", "line of the queue");
    }
}
