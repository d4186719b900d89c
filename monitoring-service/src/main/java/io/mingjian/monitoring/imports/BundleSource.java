package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Where the findings of bundles lie until they are rows; the bundles' room tells. */
public interface BundleSource {
    /**
     * The findings of a bundle.
     *
     * @param items all of them, in their order
     * @param taken how many of them are rows already
     */
    record Kept(List<Item> items, int taken) {}

    /** Reads them on the thread that calls, outside any transaction; never on an event loop. */
    Kept read(UUID bundleId);

    /**
     * Notes, in the transaction that makes rows of them, that the findings up to there are rows.
     *
     * @return whether as many were rows until now as the caller believed
     */
    Uni<Boolean> taken(UUID bundleId, int from, int to);

    /** All of them are rows; nobody will read them here again. */
    Uni<Void> end(UUID bundleId);

    /**
     * Their import ended before all of them were rows: the bundle may be handed over again. Writes
     * an audit entry, so it is the last of its transaction but for others.
     */
    Uni<Void> stopped(UUID bundleId);

    /**
     * Whether a bundle waits to be handed over again because its import ended unread: of this
     * agency, or of any if a machine asks.
     */
    Uni<Boolean> anyStopped(Caller caller, UUID instructionId);
}
