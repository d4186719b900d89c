package io.mingjian.detection.provenance;

import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.StoredAlpha;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text in the lowest bits of the alpha channel, column by column: a 15-byte mark, the length in
 * bits (32, big-endian), then plain text or gzip. Outlives the removal of all chunks, dies with the
 * first lossy save.
 *
 * @param generator whose record it is
 * @param mark {@code stealth_pnginfo} or {@code stealth_pngcomp}
 * @param length bytes of the hidden payload
 * @param text the record
 */
record StealthText(String generator, String mark, int length, String text) {
    private static final String PLAIN = "stealth_pnginfo";
    private static final String COMPRESSED = "stealth_pngcomp";
    private static final int HEAD_BITS = PLAIN.length() * 8;
    private static final Pattern A1111 = Pattern.compile("Steps: \\d+, ");

    static Optional<StealthText> in(EvidencePicture picture) {
        return picture.storedAlpha().flatMap(StealthText::in);
    }

    private static Optional<StealthText> in(StoredAlpha alpha) {
        if (alpha.pixels() < HEAD_BITS + 32) {
            return Optional.empty();
        }
        String mark = new String(bytes(alpha, 0, PLAIN.length()), StandardCharsets.ISO_8859_1);
        if (!mark.equals(PLAIN) && !mark.equals(COMPRESSED)) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < 32; i++) {
            bits = bits << 1 | alpha.lowestBit(HEAD_BITS + i);
        }
        if (bits > alpha.pixels() - HEAD_BITS - 32L || bits > Limits.PAYLOAD_BYTES * 8L) {
            return Optional.empty();
        }
        byte[] payload = bytes(alpha, HEAD_BITS + 32, (int) (bits / 8));
        return text(mark, payload)
                .map(text -> new StealthText(generator(text), mark, payload.length, text));
    }

    private static Optional<String> text(String mark, byte[] payload) {
        if (mark.equals(PLAIN)) {
            return Optional.of(new String(payload, StandardCharsets.UTF_8));
        }
        return Inflation.ofGzip(payload) instanceof Inflation.Whole whole
                ? Optional.of(new String(whole.bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static byte[] bytes(StoredAlpha alpha, int fromBit, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count * 8; i++) {
            bytes[i / 8] |= (byte) (alpha.lowestBit(fromBit + i) << (7 - i % 8));
        }
        return bytes;
    }

    private static String generator(String text) {
        if (text.contains("NovelAI")) {
            return "NovelAI";
        }
        return A1111.matcher(text).find() ? "A1111-family" : "未具名";
    }
}
