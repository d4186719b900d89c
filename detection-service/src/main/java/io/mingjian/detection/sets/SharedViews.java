package io.mingjian.detection.sets;

import io.mingjian.detection.reuse.MemoryIndex;
import io.mingjian.detection.reuse.ReuseMatch;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import io.mingjian.detection.sets.EvidenceTraces.Look;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Which pictures of a set show the same, by the search that also finds pictures of other matters:
 * key points, one geometric mapping, and the pixels laid over each other by it.
 */
final class SharedViews {
    private final MemoryIndex index = new MemoryIndex();
    private final Map<UUID, Look> looks = new HashMap<>();
    private final Map<UUID, Integer> positions = new HashMap<>();
    private final Map<List<Integer>, Pair> pairs = new LinkedHashMap<>();

    private SharedViews() {}

    /**
     * Two pictures that show the same.
     *
     * @param one number of the earlier in the set
     * @param other number of the later
     * @param inOne which picture of the earlier it is
     * @param inOther the same of the later
     * @param match how they lie; the query is the later one
     */
    record Pair(int one, int other, Look inOne, Look inOther, ReuseMatch match) {
        boolean isSamePicture() {
            return match.kind().isSamePicture();
        }
    }

    /** Every pair of which something in common could be confirmed, the closest of it. */
    static List<Pair> of(List<Shot> shots) {
        SharedViews views = new SharedViews();
        shots.forEach(views::compare);
        return views.pairs.values().stream()
                .sorted(Comparator.comparingInt(Pair::one).thenComparingInt(Pair::other))
                .toList();
    }

    /** With those that were there before, so that no pair is looked at twice. */
    private void compare(Shot shot) {
        ReuseSearch search = new ReuseSearch(index);
        for (Look look : shot.looks()) {
            for (ReuseSearch.Hit hit : search.find(look.print(), this::load)) {
                int one = Objects.requireNonNull(positions.get(hit.picture()));
                Look inOne = Objects.requireNonNull(looks.get(hit.picture()));
                keep(new Pair(one, shot.position(), inOne, look, hit.match()));
            }
        }
        shot.looks().forEach(look -> add(shot.position(), look));
    }

    private Map<UUID, ReusePrint> load(List<UUID> names) {
        Map<UUID, ReusePrint> loaded = new HashMap<>();
        names.forEach(name -> loaded.put(name, Objects.requireNonNull(looks.get(name)).print()));
        return loaded;
    }

    private void keep(Pair pair) {
        pairs.merge(
                List.of(pair.one(), pair.other()),
                pair,
                (old, fresh) -> isCloser(fresh, old) ? fresh : old);
    }

    private static boolean isCloser(Pair one, Pair other) {
        if (one.isSamePicture() != other.isSamePicture()) {
            return one.isSamePicture();
        }
        return one.match().distance() < other.match().distance();
    }

    private void add(int position, Look look) {
        UUID name = new UUID(0, looks.size());
        looks.put(name, look);
        positions.put(name, position);
        index.add(name, look.print().gist());
    }
}
