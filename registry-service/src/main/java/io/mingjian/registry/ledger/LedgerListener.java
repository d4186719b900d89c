package io.mingjian.registry.ledger;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears in the same transaction that something became known of a person. */
public interface LedgerListener {
    Uni<Void> changed(Caller caller, Change change);

    /**
     * What became known.
     *
     * @param occasion the submission it belongs to, or the mark; absent where something was taken
     *     back
     */
    record Change(UUID personId, @Nullable UUID occasion, @Nullable UUID filingId) {}
}
