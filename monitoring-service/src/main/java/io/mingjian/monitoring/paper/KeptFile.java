package io.mingjian.monitoring.paper;

import io.mingjian.kit.audit.Sm3;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it is kept.
 *
 * @param madeWith layout, library and font, which together make the bytes
 */
record KeptFile(PaperFormat format, byte[] content, String sm3, String sha256, String madeWith) {
    static KeptFile of(PaperFormat format, byte[] content, String madeWith) {
        return new KeptFile(
                format,
                content,
                Sm3.hex(content),
                HexFormat.of().formatHex(sha256(content)),
                madeWith);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
