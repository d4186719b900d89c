package io.mingjian.detection.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mingjian.kit.refusal.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Small copies that were drawn lately, so that a list which is looked at again costs no decoding.
 * Kept by content and not by evidence; who may see one is asked before, each time. That a file
 * cannot be drawn is kept as well, because finding that out costs most.
 */
@ApplicationScoped
class Thumbnails {
    private static final long MOST_BYTES = 32L << 20;

    /** About what an entry takes beside its bytes. */
    private static final int ENTRY = 256;

    /** The longest that a copy outlives its original, where another replica destroyed that. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<Key, Outcome> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((Key key, Outcome outcome) -> ENTRY + outcome.weight())
                    .expireAfterWrite(KEPT)
                    .build();

    /** What was drawn, and how large. */
    record Key(String sha256, int longestSide) {}

    /** What came of drawing. */
    sealed interface Outcome {
        /** The copy. */
        byte[] bytes();

        int weight();
    }

    private record Drawn(byte[] bytes) implements Outcome {
        @Override
        public int weight() {
            return bytes.length;
        }
    }

    private record NotDisplayable(Conflict reason) implements Outcome {
        @Override
        public byte[] bytes() {
            throw reason;
        }

        @Override
        public int weight() {
            return 0;
        }
    }

    /** Reads the original. */
    interface Original {
        byte[] read() throws IOException;
    }

    Optional<Outcome> known(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    /** Draws, unless somebody before in the line has. */
    Outcome drawn(Key key, Original original) throws IOException {
        Optional<Outcome> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        // That the original is lost is no outcome: it may come back.
        Outcome fresh = outcome(original.read(), key.longestSide());
        kept.put(key, fresh);
        return fresh;
    }

    private static Outcome outcome(byte[] original, int longestSide) throws IOException {
        try {
            return new Drawn(ServedCopy.of(original, longestSide));
        } catch (Conflict e) {
            return new NotDisplayable(e);
        }
    }

    /** Forgets all copies of a content that is destroyed. */
    void forget(String sha256) {
        kept.asMap().keySet().removeIf(key -> key.sha256().equals(sha256));
    }
}
