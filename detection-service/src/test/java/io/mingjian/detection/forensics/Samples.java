package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.SampleFiles;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of the sample manifest as the commands need them.
 *
 * @param sha256 by which the order of a smaller sample is drawn
 */
record Samples(Path file, String folder, String label, String split, String sha256) {
    /** All of one split; {@code all} for both. */
    static List<Samples> of(Path images, String split) {
        return SampleFiles.table(images.resolve("manifest.csv")).stream()
                .map(
                        row ->
                                new Samples(
                                        images.resolve(row.get(0)),
                                        folder(row.get(0)),
                                        row.get(2),
                                        row.get(row.size() - 1),
                                        row.get(1)))
                .filter(sample -> split.equals("all") || sample.split().equals(split))
                .sorted(Comparator.comparing(Samples::sha256))
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    long seed() {
        return Long.parseUnsignedLong(sha256.substring(0, 15), 16);
    }

    Optional<EvidencePicture> picture() {
        return EvidencePicture.open(SampleFiles.bytes(file)) instanceof Intake.Accepted accepted
                ? Optional.of(accepted.picture())
                : Optional.empty();
    }

    Optional<BufferedImage> image() {
        return picture()
                .map(EvidencePicture::pixels)
                .filter(Decoding.Decoded.class::isInstance)
                .map(decoding -> image(((Decoding.Decoded) decoding).pixels()));
    }

    private static BufferedImage image(Pixels pixels) {
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                image.setRGB(x, y, pixels.rgb(x, y));
            }
        }
        return image;
    }
}
