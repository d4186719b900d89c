package io.mingjian.detection.analysis;

import io.mingjian.detection.analysis.PicturePrints.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One picture of a piece that is like one of another piece.
 *
 * @param own the one
 * @param seq the place of the other
 */
record Alike(Shown own, long seq, Sighting sighting) {
    UUID evidenceId() {
        return sighting.evidenceId();
    }

    /**
     * How many different pictures two pieces have in common. The pictures of a piece do not look
     * like each other; where one of them is like several of the other, it counts once.
     *
     * @param shown the pictures of the one
     * @param theirs those of the other
     * @param found what the search has found; besides, what has nearly the same hash is the same
     */
    static int shared(List<Shown> shown, List<Stored> theirs, List<Alike> found) {
        Set<Integer> here = new HashSet<>();
        Set<Long> there = new HashSet<>();
        for (int i = 0; i < shown.size(); i++) {
            for (Stored stored : theirs) {
                if (isSame(shown.get(i), stored, found)) {
                    here.add(i);
                    there.add(stored.seq());
                }
            }
        }
        return Math.max(1, Math.min(here.size(), there.size()));
    }

    private static boolean isSame(Shown shown, Stored stored, List<Alike> found) {
        return shown.print().looksLike(stored.print())
                || found.stream().anyMatch(each -> each.own == shown && each.seq == stored.seq());
    }
}
