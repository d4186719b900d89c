package io.mingjian.client.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Identifies the bytes of a file.
 *
 * @param sha256 64 lower-case hex digits
 * @param sm3 64 lower-case hex digits, GB/T 32905
 */
public record Hashes(String sha256, String sm3) {
    /** Of bytes that come one piece after the other. */
    static final class Running {
        private final MessageDigest sha256 = newSha256();
        private final SM3Digest sm3 = new SM3Digest();

        void update(byte[] bytes, int from, int length) {
            sha256.update(bytes, from, length);
            sm3.update(bytes, from, length);
        }

        Hashes end() {
            byte[] last = new byte[sm3.getDigestSize()];
            sm3.doFinal(last, 0);
            return new Hashes(
                    HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(last));
        }
    }

    /** SHA-256 as the JDK has it. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
