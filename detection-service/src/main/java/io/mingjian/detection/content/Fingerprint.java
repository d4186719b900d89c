package io.mingjian.detection.content;

/**
 * What identifies a file's bytes.
 *
 * @param sha256 64 lower-case hex digits; also the address in the content store
 * @param sm3 64 lower-case hex digits, GB/T 32905
 * @param sizeBytes number of bytes
 */
public record Fingerprint(String sha256, String sm3, long sizeBytes) {
    public Fingerprint {
        if (!sha256.matches("[0-9a-f]{64}") || !sm3.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not 64 hex digits");
        }
    }

    /**
     * These very bytes.
     *
     * @throws ContentLostException if they are others
     */
    byte[] checked(byte[] bytes) throws ContentLostException {
        if (bytes.length != sizeBytes || !Digests.sha256Of(bytes).equals(sha256)) {
            throw ContentLostException.altered(this);
        }
        return bytes;
    }
}
