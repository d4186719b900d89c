package io.mingjian.monitoring;

import io.mingjian.monitoring.sampling.Trust;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Trust as a test sets it. */
@Mock
@ApplicationScoped
public class TrustedInTests implements Trust {
    static final Set<String> TRUSTED = ConcurrentHashMap.newKeySet();
    static final Set<UUID> RECONSIDERED = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Boolean> isTrusted(String agency) {
        return Uni.createFrom().item(() -> TRUSTED.contains(agency));
    }

    @Override
    public Uni<Void> reconsider(String agency, UUID lotId, String reasons) {
        RECONSIDERED.add(lotId);
        return Uni.createFrom().voidItem();
    }
}
