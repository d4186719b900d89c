package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.Looks.Look;
import io.mingjian.kit.caller.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/**
 * The face that this room shows to those who draw something else out of the original than its copy.
 * The same holds as for the copy: who may see the evidence is asked first, the drawing waits for
 * the organisation's turn, and the look is noted in the chain of custody. Nothing is kept.
 */
@ApplicationScoped
public class EvidenceDrawings {
    private final Evidences evidences;
    private final Looks looks;

    EvidenceDrawings(Evidences evidences, Looks looks) {
        this.evidences = evidences;
        this.looks = looks;
    }

    /** Draws out of the bytes as they came in; runs on a thread that may block. */
    public interface Drawing {
        byte[] of(byte[] original) throws IOException;
    }

    /**
     * Draws for a caller who may see the evidence.
     *
     * @param purpose of the look, for the chain of custody
     * @param what is drawn, for the chain of custody
     */
    public Uni<byte[]> draw(Caller caller, UUID id, String purpose, String what, Drawing drawing) {
        return looks.drawing(caller, id, Look.view(purpose, what), drawing);
    }

    /** Refuses unless the caller may see the evidence and its content is still there. */
    public Uni<Void> requireContent(UUID id, Caller caller) {
        return Panache.withSession(
                        () -> evidences.require(id, caller).invoke(Evidence::requireContent))
                .replaceWithVoid();
    }
}
