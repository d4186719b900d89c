package io.mingjian.monitoring.wrong;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wrong on purpose: a query outside a store is narrowed by nobody. */
final class SpeaksSql {
    Uni<List<Object>> all(Mutiny.Session session) {
        return session.createSelectionQuery("from Lead", Object.class).getResultList();
    }
}
