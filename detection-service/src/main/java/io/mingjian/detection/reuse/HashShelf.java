package io.mingjian.detection.reuse;

import io.mingjian.detection.reuse.Candidate.ByHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact search over hashes, in all eight ways to lay the query at once. Half of each hash leaves
 * one stranger in a hundred ({@link HashSieve}), a quarter more hardly any, and only of those all
 * bits are compared. So a search reads half of the memory, from front to back, and little else.
 *
 * <p>Takes {@link #BYTES_A_HASH} bytes a hash. One may write while others read; what was added
 * before a reader took {@link #size()} is seen by it.
 */
final class HashShelf {
    /**
     * Up to this many differing bits of 256 two hashes make a candidate. Pairs of different
     * pictures lie at 90 or more in all but one of 10,000; copies that are only re-saved, resized
     * or toned at 31 or less.
     */
    static final int CANDIDATE = 48;

    static final int BYTES_A_HASH = 4 * 8 + 4;

    private static final int CHUNK = HashSieve.HASHES;
    private static final Turn[] STRAIGHT = {Turn.NONE, Turn.MIRROR, Turn.FLIP, Turn.HALF};
    private static final Turn[] SWAPPED = {
        Turn.TRANSPOSE, Turn.QUARTER_RIGHT, Turn.QUARTER_LEFT, Turn.TRANSVERSE
    };

    private record Chunk(HashSieve sieve, long[] oe, long[] oo, int[] owners) {
        private static Chunk empty() {
            return new Chunk(new HashSieve(), new long[CHUNK], new long[CHUNK], new int[CHUNK]);
        }
    }

    private record Contents(List<Chunk> chunks, int size) {}

    private volatile Contents contents = new Contents(List.of(), 0);

    /** Not to be called by two at once. */
    void add(int owner, boolean trimmed, PictureHash hash) {
        Contents now = contents;
        List<Chunk> chunks = now.chunks();
        if (now.size() == chunks.size() * CHUNK) {
            chunks = new ArrayList<>(chunks);
            chunks.add(Chunk.empty());
        }
        Chunk chunk = chunks.get(chunks.size() - 1);
        int slot = now.size() % CHUNK;
        chunk.sieve.put(slot, hash);
        chunk.oe[slot] = hash.oe();
        chunk.oo[slot] = hash.oo();
        chunk.owners[slot] = owner << 1 | (trimmed ? 1 : 0);
        contents = new Contents(chunks, now.size() + 1);
    }

    int size() {
        return contents.size();
    }

    /** The nearest way of each picture within {@link #CANDIDATE}, by its number. */
    Map<Integer, ByHash> search(PictureHash query, boolean queryTrimmed) {
        Contents now = contents;
        Look look = new Look(query, queryTrimmed);
        int left = now.size();
        for (Chunk chunk : now.chunks()) {
            look.at(chunk, Math.min(CHUNK, left));
            left -= CHUNK;
        }
        return look.found;
    }

    private static final class Look {
        private final PictureHash straight;
        private final PictureHash swapped;
        private final boolean trimmed;
        private final HashSieve.Sifting sifting;
        private final Map<Integer, ByHash> found = new HashMap<>();

        private Look(PictureHash query, boolean trimmed) {
            this.straight = query;
            this.swapped = query.turned(Turn.TRANSPOSE);
            this.trimmed = trimmed;
            this.sifting = new HashSieve.Sifting(straight, swapped, CANDIDATE);
        }

        void at(Chunk chunk, int count) {
            int kept = sifting.sift(chunk.sieve, count);
            for (int i = 0; i < kept; i++) {
                int slot = sifting.kept(i);
                if (least(straight, chunk, slot) <= CANDIDATE) {
                    whole(chunk, slot, straight, STRAIGHT);
                }
                if (least(swapped, chunk, slot) <= CANDIDATE) {
                    whole(chunk, slot, swapped, SWAPPED);
                }
            }
        }

        /** No more than the bits that differ, whichever of four ways the query lies. */
        private static int least(PictureHash query, Chunk chunk, int slot) {
            int eo = Long.bitCount(query.eo() ^ chunk.sieve.eo(slot));
            int oe = Long.bitCount(query.oe() ^ chunk.oe[slot]);
            return Long.bitCount(query.ee() ^ chunk.sieve.ee(slot))
                    + Math.min(eo, 64 - eo)
                    + Math.min(oe, 64 - oe);
        }

        private void whole(Chunk chunk, int slot, PictureHash query, Turn[] turns) {
            int ee = Long.bitCount(query.ee() ^ chunk.sieve.ee(slot));
            int eo = Long.bitCount(query.eo() ^ chunk.sieve.eo(slot));
            int oe = Long.bitCount(query.oe() ^ chunk.oe[slot]);
            int oo = Long.bitCount(query.oo() ^ chunk.oo[slot]);
            int owner = chunk.owners[slot];
            offer(owner, ee + eo + oe + oo, turns[0]);
            offer(owner, ee + 64 - eo + oe + 64 - oo, turns[1]);
            offer(owner, ee + eo + 64 - oe + 64 - oo, turns[2]);
            offer(owner, ee + 64 - eo + 64 - oe + oo, turns[3]);
        }

        private void offer(int owner, int distance, Turn turn) {
            if (distance <= CANDIDATE) {
                ByHash near = new ByHash(distance, turn, trimmed, (owner & 1) == 1);
                found.merge(
                        owner >> 1,
                        near,
                        (old, fresh) -> fresh.distance() < old.distance() ? fresh : old);
            }
        }
    }
}
