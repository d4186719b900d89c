package io.mingjian.monitoring.wrong;

import io.smallrye.mutiny.Uni;

/** Wrong on purpose: a rule that waits cannot be read or tested by itself. */
final class WaitingCheck {
    Uni<Boolean> isLawful() {
        return Uni.createFrom().item(true);
    }
}
