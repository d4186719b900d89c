package io.mingjian.benchmarks.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The collection of pictures beside the repository, if it is there. */
public final class Photographs {
    /** Every n-th is a backdrop; keeping all would take the memory. */
    private static final int STEP = 9;

    private Photographs() {}

    public static Path folder(Path data) {
        return data.resolve("images");
    }

    /** Whether a camera took what lies in this folder of the collection. */
    public static boolean isReal(String source) {
        return source.startsWith("real") || source.startsWith("recapture");
    }

    /** All files in a fixed order. */
    public static List<Path> files(Path data) throws IOException {
        if (!Files.isDirectory(folder(data))) {
            System.out.println("skipped: no pictures at " + folder(data) + " (MINGJIAN_DATA)");
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder(data))) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|webp)"))
                    .sorted()
                    .toList();
        }
    }

    /** Photographs to write labels on. */
    public static List<BufferedImage> some(Path data) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        List<Path> real =
                files(data).stream()
                        .filter(file -> isReal(folder(data).relativize(file).toString()))
                        .toList();
        for (int i = 0; i < real.size(); i += STEP) {
            image(Files.readAllBytes(real.get(i)))
                    .map(image -> Wash.scaled(image, 720.0 / shorter(image)))
                    .ifPresent(images::add);
        }
        return images;
    }

    private static int shorter(BufferedImage image) {
        return Math.min(image.getWidth(), image.getHeight());
    }

    /** Empty where no decoder of the platform reads it. */
    public static Optional<BufferedImage> image(byte[] file) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException | RuntimeException e) {
            System.out.println("not decoded: " + e.getMessage());
            return Optional.empty();
        }
    }
}
