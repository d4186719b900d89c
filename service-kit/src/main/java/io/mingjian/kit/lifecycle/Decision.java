package io.mingjian.kit.lifecycle;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.ReasonsMissing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided, and why. There is no decision without reasons, and none by a machine (PIPL
 * Art 24).
 *
 * @param ground code of the legal ground, where the step has several
 * @param reasons in the decider's own words, never blank
 * @param secondBy the second person of a two-person decision, somebody else than {@code by}
 */
public record Decision(
        Caller by, Instant at, @Nullable String ground, String reasons, @Nullable Caller secondBy) {

    /**
     * @throws ReasonsMissing when the reasons are blank
     * @throws Forbidden when a machine decides, or one person twice
     */
    public Decision {
        requirePerson(by);
        if (reasons == null || reasons.isBlank()) {
            throw new ReasonsMissing();
        }
        reasons = reasons.strip();
        if (secondBy != null) {
            requirePerson(secondBy);
            requireAnother(by, secondBy);
        }
    }

    /** A decision of one person that needs no code of a ground. */
    public static Decision of(Caller by, Instant at, @Nullable String reasons) {
        return on(null, by, at, reasons);
    }

    /** A decision of one person on a legal ground. */
    public static Decision on(
            @Nullable String ground, Caller by, Instant at, @Nullable String reasons) {
        return new Decision(by, at, ground, reasons == null ? "" : reasons, null);
    }

    /** The same decision, taken together with a second person. */
    public Decision secondedBy(Caller second) {
        return new Decision(by, at, ground, reasons, second);
    }

    private static void requirePerson(Caller caller) {
        if (caller.isMachine()) {
            throw new Forbidden(
                    "该决定须由工作人员作出，系统不得代为决定。", "A person must decide; a machine may not.");
        }
    }

    private static void requireAnother(Caller first, Caller second) {
        if (first.subject().equals(second.subject())) {
            throw new Forbidden("该决定须由两名不同人员共同作出。", "Two different people must decide.");
        }
    }
}
