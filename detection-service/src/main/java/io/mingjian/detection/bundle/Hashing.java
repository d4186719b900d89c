package io.mingjian.detection.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256, SM3 and CRC-32 of bytes that pass by once. Not thread-safe. */
final class Hashing {
    private final MessageDigest sha256 = newSha256();
    private final SM3Digest sm3 = new SM3Digest();
    private final CRC32 crc = new CRC32();
    private long size;

    void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sm3.update(bytes, 0, length);
        crc.update(bytes, 0, length);
        size += length;
    }

    long crc() {
        return crc.getValue();
    }

    /** Ends the computation; only the checksum may still be asked for. */
    Hashes end() {
        return new Hashes(size, hex(sha256.digest()), hex(finish(sm3)));
    }

    static byte[] sha256Of(byte[] bytes) {
        return newSha256().digest(bytes);
    }

    static byte[] sm3Of(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        return finish(digest);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
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
}
