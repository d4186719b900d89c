package io.mingjian.detection.evidence;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What another room keeps that shows the picture itself; it goes when the content goes. */
public interface Remains {
    /** Destroys it, inside the running transaction. */
    Uni<Void> destroy(UUID evidenceId);
}
