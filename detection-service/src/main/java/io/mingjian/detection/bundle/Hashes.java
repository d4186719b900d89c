package io.mingjian.detection.bundle;

/**
 * What identifies bytes.
 *
 * @param sha256 64 lower-case hex digits
 * @param sm3 64 lower-case hex digits (GB/T 32905)
 */
public record Hashes(long size, String sha256, String sm3) {
    public static Hashes of(byte[] bytes) {
        Hashing hashing = new Hashing();
        hashing.update(bytes, bytes.length);
        return hashing.end();
    }
}
