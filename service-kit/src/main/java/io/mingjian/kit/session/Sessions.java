package io.mingjian.kit.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The session of the running unit of work: opened by the door, shared by all stores that work for
 * it.
 */
public final class Sessions {
    private Sessions() {}

    public static Uni<Mutiny.Session> current() {
        return Panache.getSession();
    }

    /**
     * Inserts new rows with as few statements as one takes and lets go of them: what is changed
     * afterwards is not written, and no later statement of the session compares them again.
     */
    public static Uni<Void> insert(List<?> rows) {
        return current()
                .invoke(session -> session.setBatchSize(rows.size()))
                .call(session -> session.persistAll(rows.toArray()))
                .call(Mutiny.Session::flush)
                .invoke(session -> rows.forEach(session::detach))
                .replaceWithVoid();
    }
}
