package io.mingjian.detection.sets;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The face that this room shows to the analysis: which pieces stand in one set. For machines; a
 * person is told numbers at most.
 */
@ApplicationScoped
public class SetMates {
    private final EvidenceSets sets;

    SetMates(EvidenceSets sets) {
        this.sets = sets;
    }

    /** The other members of the sets of a piece, each once, in the order of their ids. */
    public Uni<List<UUID>> of(UUID evidenceId) {
        return sets.mates(evidenceId);
    }

    /**
     * How many claims at platforms have at least one of these, by the platform whose claim it is.
     */
    public Uni<Map<String, Integer>> claims(List<UUID> evidenceIds) {
        return sets.claims(evidenceIds);
    }
}
