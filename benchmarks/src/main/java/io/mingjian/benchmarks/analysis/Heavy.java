package io.mingjian.benchmarks.analysis;

import io.mingjian.acceptance.picture.Mug;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * JPEG files of 4000 × 3000 pixels, the largest that the service decodes in full, as heavy as a
 * phone writes them: scenes drawn from a seed, and camera pictures of the samples where they are
 * there, enlarged, with the noise of a sensor in every pixel.
 */
public final class Heavy {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final double NOISE = 4;
    private static final float QUALITY = 0.9f;
    private static final long MOST_BYTES = 5 << 20;

    private Heavy() {}

    /** Files in a folder: every second one after a camera picture, if there are any. */
    public static List<Path> written(Path folder, Path data, int count, long seed)
            throws IOException {
        Files.createDirectories(folder);
        List<Path> photographs = photographs(data.resolve("images/real/cameras"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean real = i % 2 == 1 && !photographs.isEmpty();
            BufferedImage scene =
                    real
                            ? read(photographs.get(i / 2 % photographs.size()))
                            : Mug.photographed(seed + i);
            files.add(Files.write(folder.resolve("%05d.jpg".formatted(i)), jpeg(scene, seed + i)));
        }
        return files;
    }

    private static BufferedImage read(Path file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), "not a picture");
    }

    private static List<Path> photographs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jpg"))
                    .filter(file -> file.toFile().length() < MOST_BYTES)
                    .sorted()
                    .toList();
        }
    }

    private static byte[] jpeg(BufferedImage scene, long seed) throws IOException {
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(scene, 0, 0, WIDTH, HEIGHT, null);
        pen.dispose();
        noise(large, new Random(seed));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(large, null, null), param);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /** A table of noise, begun anywhere for each row: drawing twelve million would take longer. */
    private static void noise(BufferedImage picture, Random random) {
        int[] table = new int[1 << 16];
        for (int i = 0; i < table.length; i++) {
            table[i] = (int) Math.round(random.nextGaussian() * NOISE);
        }
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            picture.getRGB(0, y, WIDTH, 1, row, 0, WIDTH);
            int at = random.nextInt(table.length);
            for (int x = 0; x < WIDTH; x++) {
                int more = table[at + x & table.length - 1];
                row[x] =
                        within((row[x] >> 16 & 0xFF) + more) << 16
                                | within((row[x] >> 8 & 0xFF) + more) << 8
                                | within((row[x] & 0xFF) + more);
            }
            picture.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
    }

    private static int within(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** Small files for a long run, 640 × 480. */
    static void small(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("%05d.jpg".formatted(i));
            if (!Files.exists(file)) {
                BufferedImage small = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = small.createGraphics();
                pen.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION,
                        RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                pen.drawImage(Mug.photographed(i), 0, 0, 640, 480, null);
                pen.dispose();
                ImageIO.write(small, "jpeg", file.toFile());
            }
        }
    }
}
