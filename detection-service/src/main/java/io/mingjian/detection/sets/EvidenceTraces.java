package io.mingjian.detection.sets;

import io.mingjian.detection.finding.Signal;
import io.mingjian.detection.reuse.ReusePrint;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
     * @param prints one of a picture, several of a film, none of what is too plain
     */
    record Trace(List<Signal> signals, List<ReusePrint> prints) {
        public Trace {
            signals = List.copyOf(signals);
            prints = List.copyOf(prints);
        }
    }

    /** Of those of the given pieces that were analyzed. */
    Uni<Map<UUID, Trace>> of(List<UUID> evidenceIds);
}
