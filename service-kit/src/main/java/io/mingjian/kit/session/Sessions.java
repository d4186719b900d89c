package io.mingjian.kit.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
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
}
