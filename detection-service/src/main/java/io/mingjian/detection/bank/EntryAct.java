package io.mingjian.detection.bank;

import io.mingjian.kit.caller.Caller;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry's history.
 *
 * @param reasons in the words of who acted; a machine's say which limit was passed
 */
record EntryAct(Kind kind, String byName, String organisation, String reasons, Instant at) {
    /** What can be done with an entry. */
    enum Kind {
        PROPOSED,
        CONFIRMED,
        QUARANTINED,
        RELEASED,
        REVOKED,
        /** One person wishes it; nothing changes until another does. */
        CONFIRMATION_PROPOSED,
        REVOCATION_PROPOSED,
        /** What one person wished does not come about. */
        WISH_DECLINED;

        String audited() {
            return switch (this) {
                case PROPOSED -> "bank-entry.propose";
                case CONFIRMED -> "bank-entry.confirm";
                case QUARANTINED -> "bank-entry.quarantine";
                case RELEASED -> "bank-entry.release";
                case REVOKED -> "bank-entry.revoke";
                case CONFIRMATION_PROPOSED -> "bank-entry.propose-confirmation";
                case REVOCATION_PROPOSED -> "bank-entry.propose-revocation";
                case WISH_DECLINED -> "bank-entry.decline";
            };
        }

        /** What every release reads it as; the codes of the first one. */
        Kind known() {
            return switch (this) {
                case PROPOSED, CONFIRMED, QUARANTINED, RELEASED, REVOKED -> this;
                case CONFIRMATION_PROPOSED, REVOCATION_PROPOSED -> PROPOSED;
                case WISH_DECLINED -> RELEASED;
            };
        }

        /** Of a code of a release to come, what every release knows it as. */
        static Kind read(String known, @Nullable String full) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(full))
                    .findFirst()
                    .orElseGet(() -> valueOf(known));
        }

        /** Whether evidence weighs otherwise by it. */
        boolean changesWeight() {
            return switch (this) {
                case CONFIRMED, QUARANTINED, RELEASED, REVOKED -> true;
                case PROPOSED, CONFIRMATION_PROPOSED, REVOCATION_PROPOSED, WISH_DECLINED -> false;
            };
        }
    }

    /** What the machine counted over the evidence of all parties is for the city. */
    EntryAct withoutFigures() {
        return kind == Kind.QUARANTINED
                ? new EntryAct(kind, byName, organisation, "系统暂停计入，待人工决定。", at)
                : this;
    }

    static EntryAct by(Kind kind, Caller caller, String reasons, Instant at) {
        return new EntryAct(kind, caller.name(), caller.organisation(), reasons, at);
    }
}
