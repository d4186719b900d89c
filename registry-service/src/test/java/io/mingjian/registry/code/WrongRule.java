package io.mingjian.registry.code;

import io.smallrye.mutiny.Uni;

/** Wrong on purpose: a rule that waits. */
class WrongRule {
    Uni<Boolean> isLawful() {
        return Uni.createFrom().item(true);
    }
}
