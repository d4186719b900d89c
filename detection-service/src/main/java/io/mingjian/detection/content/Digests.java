package io.mingjian.detection.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 and SM3 of bytes that pass by once. Not thread-safe. */
public final class Digests {
    private final MessageDigest sha256 = newSha256();
    private final SM3Digest sm3 = new SM3Digest();
    private long sizeBytes;

    public void update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        sm3.update(bytes, offset, length);
        sizeBytes += length;
    }

    /** Ends the computation; the object is used up. */
    public Fingerprint fingerprint() {
        return new Fingerprint(hex(sha256.digest()), hex(finish(sm3)), sizeBytes);
    }

    /** What these bytes come to. */
    public static Fingerprint of(byte[] bytes) {
        Digests digests = new Digests();
        digests.update(bytes, 0, bytes.length);
        return digests.fingerprint();
    }

    static String sha256Of(byte[] bytes) {
        return hex(newSha256().digest(bytes));
    }

    private static byte[] finish(SM3Digest digest) {
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
