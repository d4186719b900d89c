package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.forensics.CopySearch.Candidate;
import io.mingjian.detection.forensics.CopySearch.Outcome;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.SampleFiles;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures the search for copies within a picture: a part of 22 % of either side is pasted into
 * photographs, which are then saved as JPEG 90, and as 80 % size and JPEG 75. {@code benchmarks/run
 * copy-move}. Bounds were chosen on the split {@code train}; the figures to quote are those of
 * {@code dev}.
 */
public final class CopyMoveTable {
    private static final int LONGEST = 1_600;

    /** Mean step between neighbours, in grey values of the picture as it is measured. */
    private static final double TEXTURED = 4;

    private final Map<String, int[]> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, int[]>> bySource = new TreeMap<>();
    private final Map<String, Integer> guards = new TreeMap<>();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder searches = new LongAdder();

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isPresent()) {
            String split = System.getProperty("sample.split", "dev");
            new CopyMoveTable().print(images.get(), split);
        }
    }

    private void print(Path images, String split) {
        List<Samples> photographs =
                Samples.of(images, split).stream()
                        .filter(sample -> sample.label().equals("real"))
                        .limit(Integer.getInteger("sample.size", 10_000))
                        .toList();
        photographs.parallelStream().forEach(this::measure);
        System.out.printf("%d photographs of the split %s%n%n", photographs.size(), split);
        rows.forEach((row, n) -> System.out.printf("%-58s %s%n", row, new Share(n[0], n[1])));
        System.out.println();
        bySource.forEach(
                (source, shares) ->
                        shares.forEach(
                                (step, n) ->
                                        System.out.printf(
                                                "no copy in it, %-22s %-22s told %s%n",
                                                source, step, new Share(n[0], n[1]))));
        System.out.printf("%nnotes instead of findings, copies and others: %s%n", guards);
        System.out.printf(
                "%d searches, %.0f ms each%n",
                searches.sum(), nanos.sum() / 1e6 / Math.max(1, searches.sum()));
    }

    private void measure(Samples sample) {
        BufferedImage image = sample.image().map(CopyMoveTable::bounded).orElse(null);
        if (image == null) {
            return;
        }
        Montage.Pasted pasted = Montage.pasted(image, new Random(sample.seed()));
        boolean textured = steps(image, pasted.source()) >= TEXTURED;
        asked(sample, "as it is", image, false, textured);
        asked(sample, "JPEG 90", Montage.saved(image, 0.9), false, textured);
        asked(sample, "80 %, JPEG 75", sent(image), false, textured);
        asked(sample, "JPEG 90", Montage.saved(pasted.image(), 0.9), true, textured);
        asked(sample, "80 %, JPEG 75", sent(pasted.image()), true, textured);
    }

    private static BufferedImage bounded(BufferedImage image) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        return longest <= LONGEST ? image : Montage.scaled(image, (double) LONGEST / longest);
    }

    private static BufferedImage sent(BufferedImage image) {
        return Montage.saved(Montage.scaled(image, 0.8), 0.75);
    }

    private static double steps(BufferedImage image, int[] part) {
        double steps = 0;
        for (int y = part[1]; y < part[1] + part[3] - 1; y++) {
            for (int x = part[0]; x < part[0] + part[2] - 1; x++) {
                int here = image.getRGB(x, y) >> 8 & 0xFF;
                steps += Math.abs((image.getRGB(x + 1, y) >> 8 & 0xFF) - here);
                steps += Math.abs((image.getRGB(x, y + 1) >> 8 & 0xFF) - here);
            }
        }
        return steps / (2.0 * (part[2] - 1) * (part[3] - 1));
    }

    private void asked(
            Samples sample, String step, BufferedImage image, boolean copied, boolean textured) {
        long from = System.nanoTime();
        Outcome outcome = CopyMove.search(PictureDrawer.pixels(image));
        nanos.add(System.nanoTime() - from);
        searches.increment();
        boolean told = outcome instanceof Outcome.Copied;
        synchronized (rows) {
            if (copied) {
                count(rows, "a part copied, " + step, told);
                if (textured) {
                    count(rows, "a part copied that has texture, " + step, told);
                }
            } else {
                count(rows, "no copy in it, " + step, told);
                count(
                        bySource.computeIfAbsent(sample.folder(), f -> new LinkedHashMap<>()),
                        step,
                        told);
            }
            if (outcome instanceof Outcome.Pattern pattern) {
                guards.merge((copied ? "copy " : "other ") + pattern.guard(), 1, Integer::sum);
            }
        }
        if (Boolean.getBoolean("sample.told") && !(outcome instanceof Outcome.None)) {
            System.out.printf(
                    "%s %s %s %s %s%n",
                    copied ? "COPY" : "NONE",
                    told ? "told" : ((Outcome.Pattern) outcome).guard(),
                    sample.folder(),
                    sample.file().getFileName(),
                    numbers(outcome));
        }
    }

    private static String numbers(Outcome outcome) {
        Candidate c =
                outcome instanceof Outcome.Copied copied
                        ? copied.candidate()
                        : ((Outcome.Pattern) outcome).candidate();
        return String.format(
                "in %d next %d steady %.2f pattern %.2f texture %.1f thick %.0f area %.4f overlap"
                        + " %.2f like %.2f scale %.2f turn %.0f",
                c.inliers(),
                c.next(),
                c.steadiness(),
                c.patterned(),
                c.texture(),
                c.thickness(),
                c.area(),
                c.overlap(),
                c.likeness(),
                c.mapping().scale(),
                c.mapping().degrees());
    }

    private static void count(Map<String, int[]> rows, String row, boolean told) {
        int[] n = rows.computeIfAbsent(row, r -> new int[2]);
        n[0] += told ? 1 : 0;
        n[1]++;
    }
}
