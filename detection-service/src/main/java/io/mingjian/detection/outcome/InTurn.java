package io.mingjian.detection.outcome;

import io.mingjian.kit.session.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** A round over what waits: looked up in a session that ends, then one after the other. */
final class InTurn {
    private InTurn() {}

    /**
     * @param act in a transaction of its own; one that fails ends the round, unless it recovers
     */
    static Uni<Void> each(
            UnitOfWork units, Supplier<Uni<List<UUID>>> waiting, Function<UUID, Uni<?>> act) {
        return units.inSession(waiting)
                .chain(
                        ids ->
                                Multi.createFrom()
                                        .iterable(ids)
                                        .onItem()
                                        .transformToUniAndConcatenate(act)
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }
}
