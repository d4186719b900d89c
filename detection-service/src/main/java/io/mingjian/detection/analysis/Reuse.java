package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceRelation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What fusion is told about the same picture in other evidence: numbers, no ids.
 *
 * @param otherMatters pieces of evidence that show the same picture and belong to another matter
 * @param ofOthers how many of these were uploaded by another organisation
 * @param sameMatter pieces of evidence with the same picture in the very same filing or lead
 * @param closest the closest one of the other matters, without its id
 */
record Reuse(int otherMatters, int ofOthers, int sameMatter, Optional<Closest> closest) {
    static final Reuse NONE = new Reuse(0, 0, 0, Optional.empty());

    /** How alike the closest one is. */
    record Closest(Sighting.Kind kind, int distance) {}

    /**
     * Counts.
     *
     * @param sightings the closest first
     * @param relations of all sightings
     */
    static Reuse of(List<Sighting> sightings, List<EvidenceRelation> relations) {
        Set<UUID> sameMatter = ids(relations, EvidenceRelation::sameMatter);
        Set<UUID> foreign = ids(relations, EvidenceRelation::foreign);
        List<Sighting> others =
                sightings.stream().filter(s -> !sameMatter.contains(s.evidenceId())).toList();
        return new Reuse(
                others.size(),
                (int) others.stream().filter(s -> foreign.contains(s.evidenceId())).count(),
                sightings.size() - others.size(),
                others.stream().findFirst().map(s -> new Closest(s.kind(), s.distance())));
    }

    /**
     * Counts for the owner of the sightings, to whom none of them is another's.
     *
     * @param own sightings of the reader's own evidence, the closest first
     * @param relations of all sightings
     */
    static Reuse amongOwn(List<Sighting> own, List<EvidenceRelation> relations) {
        Reuse reuse = of(own, relations);
        return new Reuse(reuse.otherMatters(), 0, reuse.sameMatter(), reuse.closest());
    }

    private static Set<UUID> ids(
            List<EvidenceRelation> relations, Predicate<EvidenceRelation> which) {
        return relations.stream()
                .filter(which)
                .map(EvidenceRelation::other)
                .collect(Collectors.toUnmodifiableSet());
    }
}
