package io.mingjian.detection.evidence;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The face that this room shows to rooms that read evidence for somebody. */
@ApplicationScoped
public class Pieces {
    private final Evidences evidences;

    Pieces(Evidences evidences) {
        this.evidences = evidences;
    }

    /** Those that the caller may see, in the order of the ids. */
    public Uni<List<Piece>> seenBy(Caller caller, List<UUID> ids) {
        return evidences
                .seen(caller, ids)
                .map(
                        found ->
                                ids.stream()
                                        .filter(found::containsKey)
                                        .map(found::get)
                                        .map(Piece::of)
                                        .toList());
    }

    /**
     * Notes that these belong to a claim at the platform that owns them, which lengthens the term
     * for which they are kept.
     */
    public Uni<Void> claimed(List<UUID> ids, String organisation, LocalDate on) {
        return evidences.claimed(ids, organisation, on);
    }
}
