package io.mingjian.detection.bank;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the prints of evidence come from; another room keeps them. */
public interface EvidencePrints {

    /**
     * A stored print.
     *
     * @param print null for what can only be compared as a file
     * @param gist as stored, perhaps by an older version
     */
    record Stored(String sha256, byte @Nullable [] print, byte @Nullable [] gist) {}

    /**
     * Of a piece as a whole: of a film or document that shows several pictures there is none, as it
     * is no one of these. Empty until the evidence has been examined.
     */
    Uni<Optional<Stored>> stored(UUID evidenceId);

    /** Of one picture of a film or document; empty if that is not kept. */
    Uni<Optional<Stored>> stored(UUID evidenceId, Within within);
}
