package io.mingjian.detection.reuse;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Proposal by an index, then confirmation on key points and pixels: the only way to a result people
 * may see. What it finds and misses is measured by {@code benchmarks/run reuse} and told in {@code
 * docs/reuse.md}.
 */
public final class ReuseSearch {
    /** Most candidates that are looked at for one query. */
    public static final int MOST_CANDIDATES = 50;

    private final PictureIndex index;

    public ReuseSearch(PictureIndex index) {
        this.index = index;
    }

    /** A stored picture that shows the same as the query, or the same background. */
    public record Hit(UUID picture, ReuseMatch match) {
        /** The same picture before the same background, each kind with the nearest hashes first. */
        public static final Comparator<Hit> CLOSEST_FIRST =
                Comparator.comparing((Hit hit) -> !hit.match().kind().isSamePicture())
                        .thenComparing(hit -> hit.match().distance())
                        .thenComparing(Hit::picture);
    }

    /**
     * All confirmed hits, the closest first.
     *
     * @param query what is looked for
     * @param prints loads the prints of stored pictures; pictures it no longer knows are left out
     */
    public List<Hit> find(ReusePrint query, Function<List<UUID>, Map<UUID, ReusePrint>> prints) {
        return find(query, MOST_CANDIDATES, prints);
    }

    /**
     * The same for a query that may show what many stored pictures show.
     *
     * @param most candidates that are looked at; each one's print is loaded
     */
    public List<Hit> find(
            ReusePrint query, int most, Function<List<UUID>, Map<UUID, ReusePrint>> prints) {
        List<Candidate> candidates = index.search(query, most);
        Map<UUID, ReusePrint> stored =
                prints.apply(candidates.stream().map(Candidate::picture).toList());
        Refinement pixels = new Refinement(query.thumbnail());
        return candidates.stream()
                .flatMap(candidate -> confirmed(query, pixels, candidate, stored).stream())
                .sorted(Hit.CLOSEST_FIRST)
                .toList();
    }

    private static Optional<Hit> confirmed(
            ReusePrint query,
            Refinement pixels,
            Candidate candidate,
            Map<UUID, ReusePrint> prints) {
        return Optional.ofNullable(prints.get(candidate.picture()))
                .flatMap(stored -> Confirmation.confirm(query, pixels, stored, candidate))
                .map(match -> new Hit(candidate.picture(), match));
    }
}
