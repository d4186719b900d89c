package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Pixels;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reader of the watermark {@code dwtDct}: one bit in each block of 4 × 4 values of the halved U
 * plane, in the value of largest magnitude but the first; bit i of a message stands in every block
 * whose number is i modulo the length of the message.
 */
final class DwtDct {
    private static final int STEP = 36;
    private static final int BLOCK = 4;

    private DwtDct() {}

    /** Messages that programs write, and how many of their bits must be right to be one. */
    enum Message {
        SD1("SD1", bits("StableDiffusionV1"), 124),
        SD2("SD2", bits("SDV2"), 32),
        SDXL("sdxl", "101100111110110010010000011110111011000110011110", 44),
        FLUX("flux", "001010101111111010000111100111001111010100101110", 44);

        private final String label;
        private final String bits;
        private final int enough;

        Message(String label, String bits, int enough) {
            this.label = label;
            this.bits = bits;
            this.enough = enough;
        }

        String label() {
            return label;
        }

        int length() {
            return bits.length();
        }

        private static String bits(String text) {
            StringBuilder bits = new StringBuilder();
            for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
                for (int i = 7; i >= 0; i--) {
                    bits.append(b >> i & 1);
                }
            }
            return bits.toString();
        }
    }

    /** A message that is there. */
    record Hit(Message message, int right) {}

    /** Both orders of colours occur, because older programs mixed them up. */
    static Optional<Hit> strongest(Pixels pixels) {
        return Stream.of(true, false)
                .map(order -> blocks(pixels, order))
                .flatMap(
                        blocks ->
                                Stream.of(Message.values()).map(m -> new Hit(m, right(m, blocks))))
                .filter(hit -> hit.right() >= hit.message().enough)
                .max(Comparator.comparingDouble(h -> (double) h.right() / h.message().length()));
    }

    private static int right(Message message, boolean[] blocks) {
        int length = message.length();
        int[] ones = new int[length];
        int[] all = new int[length];
        for (int i = 0; i < blocks.length; i++) {
            ones[i % length] += blocks[i] ? 1 : 0;
            all[i % length]++;
        }
        int right = 0;
        for (int i = 0; i < length; i++) {
            boolean one = ones[i] * 2 > all[i];
            right += all[i] > 0 && one == (message.bits.charAt(i) == '1') ? 1 : 0;
        }
        return right;
    }

    /** The bit of each block, row by row. */
    private static boolean[] blocks(Pixels pixels, boolean blueFirst) {
        int rows = pixels.height() / 4 * 4 / 2 / BLOCK;
        int columns = pixels.width() / 4 * 4 / 2 / BLOCK;
        boolean[] bits = new boolean[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                bits[row * columns + column] = bit(pixels, column * BLOCK, row * BLOCK, blueFirst);
            }
        }
        return bits;
    }

    private static boolean bit(Pixels pixels, int x, int y, boolean blueFirst) {
        double largest = 0;
        for (int i = 1; i < BLOCK * BLOCK; i++) {
            double value = halved(pixels, x + i % BLOCK, y + i / BLOCK, blueFirst);
            largest = Math.max(largest, Math.abs(value));
        }
        return largest % STEP > STEP / 2.0;
    }

    /** Four neighbours of the U plane together. */
    private static double halved(Pixels pixels, int x, int y, boolean blueFirst) {
        return (u(pixels, 2 * x, 2 * y, blueFirst)
                        + u(pixels, 2 * x + 1, 2 * y, blueFirst)
                        + u(pixels, 2 * x, 2 * y + 1, blueFirst)
                        + u(pixels, 2 * x + 1, 2 * y + 1, blueFirst))
                / 2.0;
    }

    private static int u(Pixels pixels, int x, int y, boolean blueFirst) {
        int rgb = pixels.rgb(x, y);
        int red = blueFirst ? rgb >> 16 & 0xFF : rgb & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = blueFirst ? rgb & 0xFF : rgb >> 16 & 0xFF;
        long luma = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
        long u = Math.round(0.492 * (blue - luma)) + 128;
        return (int) Math.max(0, Math.min(255, u));
    }
}
