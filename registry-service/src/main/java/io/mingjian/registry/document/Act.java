package io.mingjian.registry.document;

import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.registry.document.Documents.Seen;
import java.util.Arrays;
import java.util.List;

/**
 * What a bureau can do with a notice. Who has the filing serves it; only who issued it takes it
 * back. The names are codes of the API.
 */
enum Act {
    SERVE {
        @Override
        boolean isFor(Caller caller, Seen seen) {
            return seen.isInHandsOf(caller);
        }
    },
    WITHDRAW {
        @Override
        boolean isFor(Caller caller, Seen seen) {
            return seen.document().isIssuedBy(caller);
        }
    },
    REISSUE {
        @Override
        boolean isFor(Caller caller, Seen seen) {
            return seen.document().isIssuedBy(caller);
        }
    };

    abstract boolean isFor(Caller caller, Seen seen);

    /** What is open to the caller now; a notice taken back can only be issued again. */
    static List<Act> open(Caller caller, Seen seen) {
        if (!caller.hasAny(Role.HANDLER, Role.REVIEWER)) {
            return List.of();
        }
        boolean inForce = seen.document().withdrawnAt() == null;
        return Arrays.stream(values())
                .filter(act -> inForce || act == REISSUE)
                .filter(act -> act.isFor(caller, seen))
                .toList();
    }

    /**
     * @throws Forbidden if another bureau has to do it
     */
    void require(Caller caller, Seen seen) {
        if (!isFor(caller, seen)) {
            throw new Forbidden(
                    this == SERVE ? "该文书由其他单位送达，贵单位只能查看。" : "文书只能由出具单位撤回或者重新出具。",
                    "Another bureau has this notice; you may only look.");
        }
    }
}
