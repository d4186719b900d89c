package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one person proposed and a second one has not decided yet; as it is stored.
 *
 * @param until the last day, of a listing or an extension
 * @param basis the new confirmed conduct, of an extension
 * @param cause and {@code documentNo}: of a revocation
 * @param subject who proposed, for comparison only and never shown
 */
record Pending(
        Resolution resolution,
        @Nullable LocalDate until,
        @Nullable String basis,
        @Nullable RevocationCause cause,
        @Nullable String documentNo,
        String reasons,
        LocalDate on,
        String name,
        String subject) {

    /** Whether this person may decide it: somebody else proposed it. */
    boolean isFor(Caller caller) {
        return !subject.equals(caller.subject());
    }

    /**
     * @throws Forbidden for the person who proposed it
     */
    void requireFor(Caller caller) {
        if (!isFor(caller)) {
            throw new Forbidden(
                    "“" + resolution.zh() + "”须由提出人以外的负责人决定。",
                    "Somebody else than who proposed must decide.");
        }
    }

    static Conflict none() {
        return new Conflict("nothing-proposed", "尚无人提出决定建议，无从决定。", "Nobody has proposed anything.");
    }

    Conflict waits() {
        return new Conflict(
                "proposed-already",
                "“" + resolution.zh() + "”的建议正待负责人决定，退回后方可另提。",
                "A proposal waits for the head already.");
    }
}
