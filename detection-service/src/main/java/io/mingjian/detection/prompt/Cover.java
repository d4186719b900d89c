package io.mingjian.detection.prompt;

import java.util.BitSet;
import java.util.List;

/** Which tokens are covered by something. */
final class Cover {
    private final BitSet places;

    Cover(int tokens) {
        places = new BitSet(tokens);
    }

    static Cover of(List<? extends TermMatch<?>> matches, int tokens) {
        Cover cover = new Cover(tokens);
        matches.forEach(match -> cover.add(match.first(), match.last()));
        return cover;
    }

    void add(int first, int last) {
        places.set(first, last + 1);
    }

    boolean has(int place) {
        return places.get(place);
    }

    boolean touches(int first, int last) {
        int next = places.nextSetBit(first);
        return next >= 0 && next <= last;
    }
}
