package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.StoredAlpha;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * Text in the lowest bits of the alpha channel, or of red, green and blue in turn, column by
 * column: a 15-byte mark, the length in bits (32, big-endian), then plain text or gzip. Outlives
 * the removal of all chunks, dies with the first lossy save.
 *
 * @param generator whose record it is
 * @param mark such as {@code stealth_pnginfo}; {@code rgb} in it stands for the three colours
 * @param length bytes of the hidden payload
 * @param text the record
 */
record StealthText(String generator, String mark, int length, String text) {
    private static final int MARK_BYTES = "stealth_pnginfo".length();
    private static final int HEAD_BITS = MARK_BYTES * 8;
    private static final Pattern A1111 = Pattern.compile("Steps: \\d+, ");

    /** Bits in the order in which they were hidden. */
    private record Bits(int count, IntUnaryOperator bit) {
        private byte[] bytes(int from, int length) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length * 8; i++) {
                bytes[i / 8] |= (byte) (bit.applyAsInt(from + i) << (7 - i % 8));
            }
            return bytes;
        }
    }

    static Optional<StealthText> in(EvidencePicture picture) {
        return picture.storedAlpha()
                .map(StealthText::alpha)
                .flatMap(bits -> in(bits, "stealth_png"))
                .or(() -> colours(picture).flatMap(bits -> in(bits, "stealth_rgb")));
    }

    boolean isInColours() {
        return mark.startsWith("stealth_rgb");
    }

    private static Bits alpha(StoredAlpha alpha) {
        return new Bits(alpha.pixels(), alpha::lowestBit);
    }

    private static Optional<Bits> colours(EvidencePicture picture) {
        return picture.kind() == MediaKind.PNG
                        && picture.pixels() instanceof Decoding.Decoded decoded
                        && decoded.pixels().step() == 1
                ? Optional.of(colours(decoded.pixels()))
                : Optional.empty();
    }

    private static Bits colours(Pixels pixels) {
        int height = pixels.height();
        return new Bits(
                pixels.width() * height * 3,
                n -> {
                    int rgb = pixels.rgb(n / 3 / height, n / 3 % height);
                    return (rgb >> (16 - n % 3 * 8)) & 1;
                });
    }

    private static Optional<StealthText> in(Bits bits, String family) {
        if (bits.count() < HEAD_BITS + 32) {
            return Optional.empty();
        }
        String mark = new String(bits.bytes(0, MARK_BYTES), StandardCharsets.ISO_8859_1);
        boolean compressed = mark.equals(family + "comp");
        if (!compressed && !mark.equals(family + "info")) {
            return Optional.empty();
        }
        long length = 0;
        for (int i = 0; i < 32; i++) {
            length = length << 1 | bits.bit().applyAsInt(HEAD_BITS + i);
        }
        if (length > bits.count() - HEAD_BITS - 32L || length > Limits.PAYLOAD_BYTES * 8L) {
            return Optional.empty();
        }
        byte[] payload = bits.bytes(HEAD_BITS + 32, (int) (length / 8));
        return text(compressed, payload)
                .map(text -> new StealthText(generator(text), mark, payload.length, text));
    }

    private static Optional<String> text(boolean compressed, byte[] payload) {
        if (!compressed) {
            return Optional.of(new String(payload, StandardCharsets.UTF_8));
        }
        return Inflation.ofGzip(payload) instanceof Inflation.Whole whole
                ? Optional.of(new String(whole.bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String generator(String text) {
        if (text.contains("NovelAI")) {
            return "NovelAI";
        }
        return A1111.matcher(text).find() ? "A1111-family" : "未具名";
    }
}
