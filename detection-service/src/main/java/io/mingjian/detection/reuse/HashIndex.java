package io.mingjian.detection.reuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Exact search over the hashes of all pictures, in memory. Appending and searching may run at the
 * same time; a search sees every picture whose {@code add} returned before it began.
 *
 * <p>Takes {@link #BYTES_A_PICTURE} bytes a picture and one pass over all of them a search.
 */
public final class HashIndex {
    /** Up to this distance two whole pictures are the same without further proof. */
    public static final int SAME = 31;

    /** Up to this distance two hashes make a candidate; confirmation keeps strangers out. */
    public static final int CANDIDATE = 68;

    private static final int WORDS = ReusePrint.WINDOWS * 4;
    private static final int MARKS = (ReusePrint.WINDOWS + 63) / 64;

    /** Memory of one picture: hashes, quality marks, id. */
    public static final int BYTES_A_PICTURE = (WORDS + MARKS) * 8 + 48;

    private static final int CHUNK = 512;
    private static final int[] WHOLE = {0, ReusePrint.TRIMMED};

    private record Chunk(UUID[] ids, long[] words, long[] telling) {
        private static Chunk empty() {
            return new Chunk(new UUID[CHUNK], new long[CHUNK * WORDS], new long[CHUNK * MARKS]);
        }
    }

    private record Shelf(List<Chunk> chunks, int count) {}

    private volatile Shelf shelf = new Shelf(List.of(), 0);

    public int size() {
        return shelf.count();
    }

    /** Adds a picture; the caller sees to it that no picture is added twice. */
    public synchronized void add(UUID picture, ReusePrint print) {
        Shelf now = shelf;
        List<Chunk> chunks = now.chunks();
        if (now.count() == chunks.size() * CHUNK) {
            chunks = new ArrayList<>(chunks);
            chunks.add(Chunk.empty());
        }
        put(chunks.get(chunks.size() - 1), now.count() % CHUNK, picture, print);
        shelf = new Shelf(chunks, now.count() + 1);
    }

    private static void put(Chunk chunk, int slot, UUID picture, ReusePrint print) {
        chunk.ids()[slot] = picture;
        for (int window = 0; window < ReusePrint.WINDOWS; window++) {
            PictureHash hash = print.hash(window);
            int at = slot * WORDS + window * 4;
            chunk.words()[at] = hash.a();
            chunk.words()[at + 1] = hash.b();
            chunk.words()[at + 2] = hash.c();
            chunk.words()[at + 3] = hash.d();
            if (hash.isTelling()) {
                chunk.telling()[slot * MARKS + window / 64] |= 1L << window;
            }
        }
    }

    /** Nearest pairing of each stored picture within {@link #CANDIDATE}, nearest first. */
    public List<Candidate> search(ReusePrint query, int most) {
        Shelf now = shelf;
        Map<UUID, Candidate> best = new HashMap<>();
        for (Turn turn : Turn.values()) {
            ReusePrint turned = query.turned(turn);
            for (int i = 0; i < now.count(); i++) {
                compare(turned, turn, now.chunks().get(i / CHUNK), i % CHUNK, best);
            }
        }
        return best.values().stream()
                .sorted(
                        Comparator.comparingInt(Candidate::distance)
                                .thenComparing(Candidate::picture))
                .limit(most)
                .toList();
    }

    /** Whole against every window, both ways; window against window would only add noise. */
    private static void compare(
            ReusePrint query, Turn turn, Chunk chunk, int slot, Map<UUID, Candidate> best) {
        UUID picture = chunk.ids()[slot];
        for (int whole : WHOLE) {
            for (int window = 0; window < ReusePrint.WINDOWS; window++) {
                offer(query, turn, whole, window, chunk, slot, picture, best);
                if (window != 0 && window != ReusePrint.TRIMMED) {
                    offer(query, turn, window, whole, chunk, slot, picture, best);
                }
            }
        }
    }

    private static boolean isTelling(Chunk chunk, int slot, int window) {
        return (chunk.telling()[slot * MARKS + window / 64] >> window & 1) != 0;
    }

    private static void offer(
            ReusePrint query,
            Turn turn,
            int queryWindow,
            int storedWindow,
            Chunk chunk,
            int slot,
            UUID picture,
            Map<UUID, Candidate> best) {
        PictureHash hash = query.hash(queryWindow);
        if (!hash.isTelling() || !isTelling(chunk, slot, storedWindow)) {
            return;
        }
        long[] words = chunk.words();
        int at = slot * WORDS + storedWindow * 4;
        int distance =
                Long.bitCount(hash.a() ^ words[at]) + Long.bitCount(hash.b() ^ words[at + 1]);
        if (distance > CANDIDATE) {
            return;
        }
        distance += Long.bitCount(hash.c() ^ words[at + 2]);
        distance += Long.bitCount(hash.d() ^ words[at + 3]);
        if (distance <= CANDIDATE) {
            Candidate candidate = new Candidate(picture, distance, turn, queryWindow, storedWindow);
            best.merge(picture, candidate, (old, fresh) -> fresh.isBetterThan(old) ? fresh : old);
        }
    }
}
