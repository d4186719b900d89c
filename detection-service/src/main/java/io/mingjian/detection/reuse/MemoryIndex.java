package io.mingjian.detection.reuse;

import io.mingjian.detection.reuse.Candidate.ByHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All pictures in the memory of this process: hashes in one pass, key points by word. A picture
 * takes {@link #BYTES_A_PICTURE} bytes at most, and up to half as much again while lists grow.
 */
public final class MemoryIndex implements PictureIndex {
    /** Two hashes, all points, the id. */
    public static final int BYTES_A_PICTURE =
            2 * HashShelf.BYTES_A_HASH + PictureGist.POINTS * PointShelf.BYTES_A_POINT + 16;

    private static final int CHUNK = 1 << 12;

    private final HashShelf hashes = new HashShelf();
    private final PointShelf points = new PointShelf();
    private volatile long[][] ids = new long[0][];
    private volatile int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public synchronized void add(UUID picture, PictureGist gist) {
        int number = size;
        name(number, picture);
        if (gist.hash().isTelling()) {
            hashes.add(number, false, gist.hash());
        }
        if (gist.trimmedHash().isTelling() && !gist.trimmedHash().equals(gist.hash())) {
            hashes.add(number, true, gist.trimmedHash());
        }
        points.add(number, gist);
        size = number + 1;
    }

    private void name(int number, UUID picture) {
        if (number == ids.length * CHUNK) {
            long[][] more = Arrays.copyOf(ids, ids.length + 1);
            more[ids.length] = new long[2 * CHUNK];
            ids = more;
        }
        long[] chunk = ids[number / CHUNK];
        chunk[2 * (number % CHUNK)] = picture.getMostSignificantBits();
        chunk[2 * (number % CHUNK) + 1] = picture.getLeastSignificantBits();
    }

    private UUID id(int number) {
        long[] chunk = ids[number / CHUNK];
        return new UUID(chunk[2 * (number % CHUNK)], chunk[2 * (number % CHUNK) + 1]);
    }

    @Override
    public List<Candidate> search(ReusePrint query, int most) {
        int known = size;
        Map<Integer, Candidate> found = new HashMap<>();
        byHash(query, known).forEach((number, near) -> found.put(number, candidate(number, near)));
        byPoints(query.points(), false, known, most, found);
        byPoints(query.points().mirrored(query.width()), true, known, most, found);
        return found.values().stream()
                .sorted(
                        Comparator.comparingInt(MemoryIndex::distance)
                                .thenComparing(candidate -> -candidate.votes())
                                .thenComparing(Candidate::picture))
                .limit(most)
                .toList();
    }

    private Candidate candidate(int number, ByHash near) {
        return new Candidate(id(number), near, 0, near.turn().mirrors());
    }

    private static int distance(Candidate candidate) {
        return candidate.byHash() == null ? 256 : candidate.byHash().distance();
    }

    private Map<Integer, ByHash> byHash(ReusePrint query, int known) {
        Map<Integer, ByHash> near = new HashMap<>();
        if (query.hash().isTelling()) {
            near.putAll(hashes.search(query.hash(), false));
        }
        if (query.trimmedHash().isTelling() && !query.trimmedHash().equals(query.hash())) {
            hashes.search(query.trimmedHash(), true)
                    .forEach(
                            (number, hit) ->
                                    near.merge(
                                            number,
                                            hit,
                                            (old, fresh) ->
                                                    fresh.distance() < old.distance()
                                                            ? fresh
                                                            : old));
        }
        near.keySet().removeIf(number -> number >= known);
        return near;
    }

    private void byPoints(
            KeyPoints query, boolean mirrored, int known, int most, Map<Integer, Candidate> found) {
        PointVotes votes = new PointVotes();
        points.search(query, known, votes);
        for (PointVotes.Tally tally : new ArrayList<>(votes.best(most))) {
            found.merge(
                    tally.picture(),
                    new Candidate(id(tally.picture()), null, tally.weight(), mirrored),
                    MemoryIndex::both);
        }
    }

    /** What the hash says stays; of two ways to see the points the heavier one is looked at. */
    private static Candidate both(Candidate old, Candidate fresh) {
        if (fresh.votes() <= old.votes()) {
            return old;
        }
        boolean mirrored = old.byHash() == null ? fresh.mirrored() : old.mirrored();
        return new Candidate(old.picture(), old.byHash(), fresh.votes(), mirrored);
    }
}
