package io.mingjian.registry.wrong;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;

/** Wrong on purpose: a query that nobody's eyes narrow. */
class WrongStore {
    Uni<Long> everybodysRows() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select count(*) from complaint", Long.class)
                                        .getSingleResult());
    }
}
