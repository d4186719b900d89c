package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import java.util.HashMap;
import java.util.Map;

/**
 * What one verification may spend: certificate signatures are counted, and a hash is made once
 * however many links ask for it. Counts instead of a clock, so that the same bytes always end the
 * same way.
 */
final class Effort {
    private final Map<Part, byte[]> hashes = new HashMap<>();
    private int signatures;

    private record Part(ByteView store, int start, int end, HashAlgorithm algorithm) {}

    void signature() {
        if (++signatures > Limits.SIGNATURES) {
            throw Unreadable.limit("too many certificates to check");
        }
    }

    byte[] hash(Jumbf box, HashAlgorithm algorithm) {
        return hashes.computeIfAbsent(
                new Part(box.store(), box.start(), box.end(), algorithm),
                part -> box.hash(algorithm));
    }

    byte[] claimHash(Manifest manifest, HashAlgorithm algorithm) {
        // Negative places are free: no box starts there.
        Part claim = new Part(manifest.box().store(), -1, manifest.box().start(), algorithm);
        return hashes.computeIfAbsent(claim, part -> algorithm.of(manifest.claim().bytes()));
    }
}
