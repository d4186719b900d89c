package io.mingjian.detection.analysis;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who knows something beside the picture. Every bean of this kind is asked, inside the
 * transaction that draws up the indication; it answers from what it has stored and calls nobody.
 */
public interface BehaviourSource {
    /**
     * What is known, in the same order for the same knowledge.
     *
     * @param samePicture the piece of evidence and all others that show the same picture
     */
    Uni<List<Behaviour>> of(UUID evidenceId, List<UUID> samePicture);
}
