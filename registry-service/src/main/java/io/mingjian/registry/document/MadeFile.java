package io.mingjian.registry.document;

import io.mingjian.kit.audit.Sm3;
import io.mingjian.paper.Letter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file made of a letter.
 *
 * @param textSm3 hash of what it says
 * @param madeWith layout, library and font, which together make the bytes
 */
record MadeFile(
        Format format, byte[] content, String textSm3, String sm3, String sha256, String madeWith) {

    static MadeFile of(Format format, byte[] content, Letter letter, String madeWith) {
        return new MadeFile(
                format,
                content,
                letter.sm3(),
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
