package io.mingjian.detection.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is signed: the manifest, by it all that it lists, the time stamp, and the certificates, so
 * that no part of a bundle can be exchanged by itself.
 *
 * @param algorithm of the signature
 * @param certificates SHA-256 of each, the signer's first
 */
record Seal(
        String algorithm, List<String> certificates, Hashes manifest, @Nullable Hashes timeStamp) {
    Seal {
        certificates = List.copyOf(certificates);
    }
}
