package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Door;
import io.mingjian.acceptance.picture.Mug;
import io.mingjian.stack.Addresses;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * From the first byte of an upload to "analyzed", 12 megapixels, one after the other; beside decode
 * + hash alone.
 */
final class EvidenceFigures {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int WARM_UP = 8;
    private static final int PICTURES = 30;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final Door intake;
    private final long run = System.currentTimeMillis();

    EvidenceFigures(Addresses addresses) {
        this.intake =
                new Door(addresses.gateway(), () -> addresses.tokens().ofUser("huangpu.intake"));
    }

    void print() throws IOException, NoSuchAlgorithmException {
        Latencies analyzed = new Latencies();
        Latencies stored = new Latencies();
        Latencies alone = new Latencies();
        long bytes = 0;
        for (int i = 0; i < WARM_UP + PICTURES; i++) {
            byte[] picture = picture(run + i);
            long decode = decodeAndHash(picture);
            long begun = System.nanoTime();
            Answer answer =
                    intake.upload("/api/detection/v1/evidence", picture, "image/jpeg", Map.of())
                            .require(201);
            long kept = System.nanoTime() - begun;
            awaitAnalysis(answer.textAt("/id"));
            if (i >= WARM_UP) {
                alone.add(decode);
                stored.add(kept);
                analyzed.add(System.nanoTime() - begun);
                bytes += picture.length;
            }
        }
        Report.title(
                "Evidence, %d pictures of 12 megapixels, %.1f MB each"
                        .formatted(PICTURES, bytes / 1e6 / PICTURES),
                "from the first byte to",
                "p50",
                "p95");
        Report.row("201 (kept, both hashes, custody)", stored.millis(50), stored.millis(95));
        Report.row("analyzed", analyzed.millis(50), analyzed.millis(95));
        Report.row(
                "peer: decode + SHA-256 alone, in this process",
                alone.millis(50),
                alone.millis(95));
    }

    private void awaitAnalysis(String id) {
        long end = System.nanoTime() + PATIENCE;
        while (!intake.get("/api/detection/v1/evidence/" + id)
                .textAt("/state")
                .equals("ANALYZED")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not analyzed within a minute: " + id);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static long decodeAndHash(byte[] picture) throws IOException, NoSuchAlgorithmException {
        long begun = System.nanoTime();
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)), "not a picture");
        MessageDigest.getInstance("SHA-256").digest(picture);
        return System.nanoTime() - begun;
    }

    private static byte[] picture(long seed) {
        BufferedImage scene = Mug.photographed(seed);
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(scene, 0, 0, WIDTH, HEIGHT, null);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(large, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
