package io.mingjian.registry.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How two filings are seen to be about the same operator: by the USCC, else by the name, of which
 * width, case and blanks do not matter.
 */
public final class OperatorKey {
    private OperatorKey() {}

    public static long of(@Nullable String uscc, String name) {
        String compared =
                uscc != null
                        ? uscc
                        : Normalizer.normalize(name, Normalizer.Form.NFKC)
                                .replaceAll("\\s", "")
                                .toUpperCase(Locale.ROOT);
        return ByteBuffer.wrap(digest(compared)).getLong();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
