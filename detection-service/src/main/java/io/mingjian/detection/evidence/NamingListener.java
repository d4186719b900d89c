package io.mingjian.detection.evidence;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * Another room that wants to know when a filing, a lead or an answer to a letter names evidence.
 */
public interface NamingListener {
    /**
     * Told inside the transaction, after the naming was written and its evidence locked.
     *
     * @param evidenceIds all that it names now; whether rightfully is another question
     */
    default Uni<Void> named(UUID source, List<UUID> evidenceIds) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Told before that of what the matter names now and did not before, or the other way round.
     *
     * @param evidenceIds none when nothing changed
     */
    default Uni<Void> changed(List<UUID> evidenceIds) {
        return Uni.createFrom().voidItem();
    }
}
