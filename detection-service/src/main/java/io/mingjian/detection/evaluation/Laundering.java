package io.mingjian.detection.evaluation;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A step that pictures take on their way, on top of the chain that makes both classes alike. */
enum Laundering {
    /** The file as it lies, without the chain: its history tells the classes apart as well. */
    UNTOUCHED("untouched"),
    /** The chain and nothing else. */
    MATCHED("matched"),
    JPEG70("jpeg70"),
    /** At most 1080 pixels and JPEG 75. */
    MESSENGER("messenger"),
    /** Another number of pixels, cut at the edges, JPEG 90. */
    SCREENSHOT("screenshot"),
    /** Three quarters of each side, JPEG 90. */
    CROP75("crop75"),
    /** A model of a photographed screen, JPEG 85. */
    RECAPTURE("recapture");

    private static final int MESSENGER_SIDE = 1080;

    private final String word;

    Laundering(String word) {
        this.word = word;
    }

    /** Its name on the command line and in the tables. */
    String word() {
        return word;
    }

    static Optional<Laundering> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word.equals(word)).findFirst();
    }

    /** What {@code all} means. */
    static List<Laundering> all() {
        return List.of(JPEG70, MESSENGER, SCREENSHOT, CROP75, RECAPTURE);
    }

    /** The file after this step, of a picture that the chain has left. */
    byte[] file(BufferedImage matched, Random random) {
        return switch (this) {
            case UNTOUCHED, MATCHED -> throw new IllegalArgumentException(word + " is no step");
            case JPEG70 -> Altered.jpeg(matched, 0.7);
            case MESSENGER -> Altered.jpeg(shrunk(matched), 0.75);
            case SCREENSHOT -> Altered.jpeg(Altered.screenshot(matched), 0.9);
            case CROP75 -> Altered.jpeg(Altered.cropped(matched, 0.75, random), 0.9);
            case RECAPTURE -> Altered.jpeg(Altered.recaptured(matched, random), 0.85);
        };
    }

    private static BufferedImage shrunk(BufferedImage image) {
        int side = Math.max(image.getWidth(), image.getHeight());
        return side <= MESSENGER_SIDE
                ? image
                : Altered.resized(image, (double) MESSENGER_SIDE / side);
    }
}
