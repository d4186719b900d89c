package io.mingjian.monitoring.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * What a file is told by.
 *
 * @param sha256 64 hexadecimal digits
 * @param sm3 64 hexadecimal digits, GB/T 32905
 */
record Fingerprint(String sha256, String sm3, long bytes) {
    private static final int HEAD = 512;

    /** A file that went by: its fingerprint and its first bytes. */
    record Seen(Fingerprint fingerprint, byte[] head) {}

    static Seen of(InputStream content) throws IOException {
        MessageDigest sha256 = digest();
        SM3Digest sm3 = new SM3Digest();
        byte[] buffer = new byte[1 << 16];
        int head = content.readNBytes(buffer, 0, HEAD);
        byte[] first = Arrays.copyOf(buffer, head);
        long bytes = 0;
        for (int read = head; read > 0; read = content.read(buffer)) {
            sha256.update(buffer, 0, read);
            sm3.update(buffer, 0, read);
            bytes += read;
        }
        byte[] last = new byte[sm3.getDigestSize()];
        sm3.doFinal(last, 0);
        HexFormat hex = HexFormat.of();
        return new Seen(
                new Fingerprint(hex.formatHex(sha256.digest()), hex.formatHex(last), bytes), first);
    }

    /** SHA-256, for what goes by elsewhere. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
