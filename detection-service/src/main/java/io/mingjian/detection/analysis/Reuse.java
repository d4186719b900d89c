package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceRelation;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.reuse.Fit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What fusion is told about the same picture in other evidence: numbers, no ids.
 *
 * @param otherMatters pieces of evidence that show the same picture and that another matter of
 *     their owner names
 * @param ofOthers how many of these were uploaded by another organisation
 * @param sameMatter pieces of evidence with the same picture in the very same filing or lead
 * @param answers pieces of evidence with the same picture of which it, or this one, is known from
 *     answers to letters alone
 * @param closest the closest one of the other matters, without its id
 * @param unnamed pieces of evidence with the same picture that no matter names so far
 * @param atLeast whether there are more than were looked at, so that the numbers are the least
 * @param scope among what it was looked for
 */
record Reuse(
        int otherMatters,
        int ofOthers,
        int sameMatter,
        int answers,
        Optional<Closest> closest,
        Unnamed unnamed,
        boolean atLeast,
        Scope scope) {
    static final Reuse NONE = new Reuse(0, 0, 0, Optional.empty());

    Reuse(int otherMatters, int ofOthers, int sameMatter, Optional<Closest> closest) {
        this(otherMatters, ofOthers, sameMatter, 0, closest, Unnamed.NONE, false, Scope.EVERYBODY);
    }

    /**
     * What lies there unused: uploaded twice, kept by a merchant or a platform, not yet handed in.
     *
     * @param ofOthers how many of these were uploaded by another organisation
     * @param closest the closest of them, without its id
     */
    record Unnamed(int pieces, int ofOthers, Optional<Closest> closest) {
        static final Unnamed NONE = new Unnamed(0, 0, Optional.empty());
    }

    /**
     * How alike the closest one is, and why it counts as the same picture.
     *
     * @param agreement of the fine structure of what both show, 0 to 1
     * @param spots where in either of the two, if they are films or documents
     */
    record Closest(
            Sighting.Kind kind, int distance, double agreement, Optional<Fit> fit, Spots spots) {
        Closest(Sighting.Kind kind, int distance) {
            this(kind, distance, 1, Optional.empty(), Spots.NONE);
        }

        private static Closest of(Sighting sighting) {
            return new Closest(
                    sighting.kind(),
                    sighting.distance(),
                    sighting.agreement(),
                    sighting.fit(),
                    sighting.spots());
        }

        /** Where in a film or a document, in one sentence; empty for a picture. */
        String where() {
            return spots.hereInWords();
        }

        /** On what the match stands, in one sentence; empty where it was not kept. */
        String why() {
            if (kind == Sighting.Kind.IDENTICAL_FILE) {
                return "依据：两份文件的 SHA-256 相同。";
            }
            return fit.map(
                            f ->
                                    f.inliers() == 0
                                            ? "依据：两图的感知哈希相差 %d 位（共 256 位），直接叠合后细节一致程度为 %.2f（1 为完全一致）。"
                                                    .formatted(distance, agreement)
                                            : "依据：两图有 %d 处特征点按同一几何变换对应，叠合后重合部分的细节一致程度为 %.2f（1 为完全一致）。"
                                                    .formatted(f.inliers(), agreement))
                    .orElse("");
        }

        /** The common part in what is shown of this one; none if that is another picture of it. */
        List<Region> regions() {
            return fit.filter(f -> spots.isShown()).map(f -> List.of(f.here())).orElse(List.of());
        }

        /** Plain numbers and words only: what is read back from a kept indication equals them. */
        Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("closest", kind.name());
            facts.put("distance", distance);
            Optional.ofNullable(spots.second()).ifPresent(second -> facts.put("second", second));
            Optional.ofNullable(spots.place()).ifPresent(place -> facts.put("place", place));
            fit.ifPresent(
                    f -> {
                        facts.put("agreement", rounded(agreement));
                        facts.put("inliers", f.inliers());
                        facts.put("turn", f.turn().name());
                        facts.put(
                                "transform", f.transform().stream().map(Closest::rounded).toList());
                        facts.put("here", numbers(f.here()));
                        facts.put("there", numbers(f.there()));
                    });
            return facts;
        }

        private static Map<String, Object> numbers(Region region) {
            return Map.of(
                    "x", rounded(region.x()),
                    "y", rounded(region.y()),
                    "width", rounded(region.width()),
                    "height", rounded(region.height()));
        }

        private static double rounded(double value) {
            return Math.round(value * 1e6) / 1e6;
        }
    }

    /**
     * Counts.
     *
     * @param sightings the closest first
     * @param relations of all sightings
     * @param mates other pieces in the sets of this one, which belong to the same claim
     */
    static Reuse of(List<Sighting> sightings, List<EvidenceRelation> relations, List<UUID> mates) {
        Set<UUID> sameMatter = new HashSet<>(ids(relations, EvidenceRelation::sameMatter));
        sameMatter.addAll(mates);
        Set<UUID> answers = ids(relations, EvidenceRelation::answer);
        Set<UUID> foreign = ids(relations, EvidenceRelation::foreign);
        Set<UUID> named = ids(relations, EvidenceRelation::named);
        List<Sighting> notSame = without(sameMatter, sightings);
        List<Sighting> elsewhere = without(answers, notSame);
        List<Sighting> unnamed = without(named, elsewhere);
        List<Sighting> others =
                elsewhere.stream().filter(s -> named.contains(s.evidenceId())).toList();
        return new Reuse(
                others.size(),
                among(foreign, others),
                sightings.size() - notSame.size(),
                notSame.size() - elsewhere.size(),
                closest(others),
                new Unnamed(unnamed.size(), among(foreign, unnamed), closest(unnamed)),
                false,
                Scope.EVERYBODY);
    }

    /** The same of which it is known whether there are more. */
    Reuse andMore(boolean more) {
        return new Reuse(
                otherMatters, ofOthers, sameMatter, answers, closest, unnamed, more, scope);
    }

    /** The same, looked for among something else than all evidence. */
    Reuse within(Scope among) {
        return new Reuse(
                otherMatters, ofOthers, sameMatter, answers, closest, unnamed, atLeast, among);
    }

    private static List<Sighting> without(Set<UUID> ids, List<Sighting> sightings) {
        return sightings.stream().filter(s -> !ids.contains(s.evidenceId())).toList();
    }

    private static int among(Set<UUID> ids, List<Sighting> sightings) {
        return (int) sightings.stream().filter(s -> ids.contains(s.evidenceId())).count();
    }

    private static Optional<Closest> closest(List<Sighting> sightings) {
        return sightings.stream().findFirst().map(Closest::of);
    }

    /**
     * Counts for the owner of the sightings, to whom none of them is another's.
     *
     * @param own sightings of the reader's own evidence, the closest first
     * @param relations of all sightings
     */
    static Reuse amongOwn(List<Sighting> own, List<EvidenceRelation> relations, List<UUID> mates) {
        Reuse reuse = of(own, relations, mates);
        return new Reuse(
                reuse.otherMatters(),
                0,
                reuse.sameMatter(),
                reuse.answers(),
                reuse.closest(),
                new Unnamed(reuse.unnamed().pieces(), 0, reuse.unnamed().closest()),
                false,
                Scope.OWN);
    }

    private static Set<UUID> ids(
            List<EvidenceRelation> relations, Predicate<EvidenceRelation> which) {
        return relations.stream()
                .filter(which)
                .map(EvidenceRelation::other)
                .collect(Collectors.toUnmodifiableSet());
    }
}
