package io.mingjian.detection.sets;

import io.mingjian.detection.finding.Signal;
import io.mingjian.detection.reuse.ReusePrint;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where it comes from what was read of files and what they show; another room keeps it. Whoever
 * asks has made sure that the reader may see all of these pieces; nothing of any other piece is in
 * the answer.
 */
public interface EvidenceTraces {

    /**
     * What is known of one piece.
     *
     * @param signals what the analyzers saw
     * @param looks one of a picture, up to eight of a film or a document in its order, none of what
     *     is too plain
     */
    record Trace(List<Signal> signals, List<Look> looks) {
        public Trace {
            signals = List.copyOf(signals);
            looks = List.copyOf(looks);
        }
    }

    /**
     * One picture that a piece shows.
     *
     * @param second about where in the film; null for what is no film
     * @param place where in the document, in words; null for what is none
     */
    record Look(ReusePrint print, @Nullable Double second, @Nullable String place) {}

    /** Of those of the given pieces that were analyzed. */
    Uni<Map<UUID, Trace>> of(List<UUID> evidenceIds);
}
