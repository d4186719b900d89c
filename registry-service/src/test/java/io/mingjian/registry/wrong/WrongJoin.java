package io.mingjian.registry.wrong;

import io.smallrye.mutiny.Uni;

/** Wrong on purpose: two lines of work on one session. */
class WrongJoin {
    Uni<String> both(Uni<String> one, Uni<String> two) {
        return Uni.combine().all().unis(one, two).with((a, b) -> a + b);
    }
}
