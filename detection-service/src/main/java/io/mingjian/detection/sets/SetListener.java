package io.mingjian.detection.sets;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Another room that wants to know when a set was made or has grown. */
public interface SetListener {
    /**
     * Told inside the transaction.
     *
     * @param organisation whose set it is
     * @param members all of them, in order
     */
    Uni<Void> grew(String organisation, List<UUID> members);
}
