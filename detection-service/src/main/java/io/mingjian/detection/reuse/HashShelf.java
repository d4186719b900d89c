package io.mingjian.detection.reuse;

import io.mingjian.detection.reuse.Candidate.ByHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact search over hashes: one pass over all of them, each word in an array of its own. A first
 * look at two words of four leaves hardly any hash to look at further, whichever of four ways the
 * query lies; the other four are the transposed query's.
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

    private static final int CHUNK = 1 << 14;
    private static final Turn[] STRAIGHT = {Turn.NONE, Turn.MIRROR, Turn.FLIP, Turn.HALF};
    private static final Turn[] SWAPPED = {
        Turn.TRANSPOSE, Turn.QUARTER_RIGHT, Turn.QUARTER_LEFT, Turn.TRANSVERSE
    };

    private record Chunk(long[] ee, long[] eo, long[] oe, long[] oo, int[] owners) {
        private static Chunk empty() {
            return new Chunk(
                    new long[CHUNK],
                    new long[CHUNK],
                    new long[CHUNK],
                    new long[CHUNK],
                    new int[CHUNK]);
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
        chunk.ee[slot] = hash.ee();
        chunk.eo[slot] = hash.eo();
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
        Map<Integer, ByHash> found = new HashMap<>();
        Look look = new Look(query, query.turned(Turn.TRANSPOSE), queryTrimmed, found);
        int left = now.size();
        for (Chunk chunk : now.chunks()) {
            look.at(chunk, Math.min(CHUNK, left));
            left -= CHUNK;
        }
        return found;
    }

    private record Look(
            PictureHash straight,
            PictureHash swapped,
            boolean trimmed,
            Map<Integer, ByHash> found) {

        void at(Chunk chunk, int count) {
            long[] ee = chunk.ee;
            long[] eo = chunk.eo;
            long see = straight.ee();
            long seo = straight.eo();
            long tee = swapped.ee();
            long teo = swapped.eo();
            for (int i = 0; i < count; i++) {
                long e = ee[i];
                long o = eo[i];
                int over = Long.bitCount(seo ^ o);
                int crossed = Long.bitCount(teo ^ o);
                int one = Long.bitCount(see ^ e) + Math.min(over, 64 - over);
                int other = Long.bitCount(tee ^ e) + Math.min(crossed, 64 - crossed);
                if (Math.min(one, other) <= CANDIDATE) {
                    whole(chunk, i);
                }
            }
        }

        private void whole(Chunk chunk, int i) {
            whole(chunk, i, straight, STRAIGHT);
            whole(chunk, i, swapped, SWAPPED);
        }

        private void whole(Chunk chunk, int i, PictureHash query, Turn[] turns) {
            int ee = Long.bitCount(query.ee() ^ chunk.ee[i]);
            int eo = Long.bitCount(query.eo() ^ chunk.eo[i]);
            int oe = Long.bitCount(query.oe() ^ chunk.oe[i]);
            int oo = Long.bitCount(query.oo() ^ chunk.oo[i]);
            offer(chunk, i, ee + eo + oe + oo, turns[0]);
            offer(chunk, i, ee + 64 - eo + oe + 64 - oo, turns[1]);
            offer(chunk, i, ee + eo + 64 - oe + 64 - oo, turns[2]);
            offer(chunk, i, ee + 64 - eo + 64 - oe + oo, turns[3]);
        }

        private void offer(Chunk chunk, int i, int distance, Turn turn) {
            if (distance <= CANDIDATE) {
                int owner = chunk.owners[i];
                ByHash near = new ByHash(distance, turn, trimmed, (owner & 1) == 1);
                found.merge(
                        owner >> 1,
                        near,
                        (old, fresh) -> fresh.distance() < old.distance() ? fresh : old);
            }
        }
    }
}
