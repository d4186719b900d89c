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
     * @param print null for a picture that is too plain to be told from others
     * @param gist as stored, perhaps by an older version
     */
    record Stored(String sha256, byte @Nullable [] print, byte @Nullable [] gist) {}

    /** Empty until the evidence has been examined. */
    Uni<Optional<Stored>> stored(UUID evidenceId);
}
