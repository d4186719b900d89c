package io.mingjian.registry.complaint;

import io.mingjian.registry.queue.FilerFlag;
import java.util.List;

/** Breaks the rule that no rule sees a flag. */
class WrongFlag {
    boolean mayBeAccepted(List<FilerFlag> flags) {
        return flags.isEmpty();
    }
}
