package io.mingjian.detection.film;

import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.GreyPicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.Motion;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes films of the sample pictures and prints what {@link FilmFrames} says of them: {@code
 * benchmarks/run films}. Films of a hand and of a stand are models (sway, tremor, grain of the
 * sensor, a real encoder), because no films with a known history are among the samples; so the
 * table shows what the thresholds do, and not how often real films are told of.
 */
public final class FilmTable {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final double RATE = 25;
    private static final int SECONDS = 3;
    private static final double GRAIN = 4;
    private static final int LEAST_SIDE = 350;

    /** Bits a second: what a telephone writes at this size, and what a messenger leaves of it. */
    private static final List<String> RATES = List.of("3000k", "300k");

    private final Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    private long nanos;
    private int watched;

    private FilmTable() {}

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty() || !FilmSmith.isHere()) {
            return;
        }
        FilmTable table = new FilmTable();
        String split = System.getProperty("reuse.split", "dev");
        List<Path> files = files(images.get(), split, Integer.getInteger("reuse.sample", 60));
        for (int i = 0; i < files.size(); i++) {
            Optional<Pixels> pixels = pixels(files.get(i));
            if (pixels.isPresent()) {
                table.films(pixels.get(), i);
            }
        }
        table.print(split);
    }

    /** Camera pictures of the split, evenly spread over the folders. */
    private static List<Path> files(Path images, String split, int most) {
        List<Path> all =
                SampleFiles.table(images.resolve("manifest.csv")).stream()
                        .filter(row -> row.get(0).startsWith("real/"))
                        .filter(row -> row.get(row.size() - 1).equals(split))
                        .map(row -> images.resolve(row.get(0)))
                        .sorted()
                        .toList();
        List<Path> spread = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            spread.add(all.get(i * all.size() / Math.min(most, all.size())));
        }
        return spread;
    }

    private static Optional<Pixels> pixels(Path file) {
        Intake intake = EvidencePicture.open(SampleFiles.bytes(file));
        if (intake instanceof Intake.Accepted accepted
                && accepted.picture().pixels() instanceof Decoding.Decoded decoded
                && Math.min(decoded.pixels().width(), decoded.pixels().height()) >= LEAST_SIDE) {
            return Optional.of(decoded.pixels());
        }
        return Optional.empty();
    }

    private void films(Pixels picture, int seed) {
        Footage footage = new Footage(picture, WIDTH, HEIGHT, seed);
        int pictures = (int) (SECONDS * RATE);
        List<byte[]> still = footage.still(pictures);
        List<byte[]> hand = footage.handheld(pictures, RATE, GRAIN);
        List<byte[]> stand = footage.onStand(pictures, GRAIN);
        List<byte[]> passage = hand.subList(0, (int) (1.4 * RATE));
        for (String bits : RATES) {
            tell("one picture as a film", bits, still);
            tell("a passage of 1.4 s, three times", bits, Footage.looped(passage, 3));
            tell("a hand, stopped for 1.6 s", bits, Footage.frozen(hand, 30, 40));
            tell("a hand", bits, hand);
            tell("a stand, grain of a sensor", bits, stand);
        }
        String[] still9 = {"-c:v", "libvpx-vp9", "-b:v", "600k", "-cpu-used", "8"};
        tell(
                "one picture as a film",
                "vp9 600k",
                FilmSmith.of(still, WIDTH, HEIGHT, RATE, "webm", still9));
        String[] fewer = {"-r", "20", "-c:v", "libopenh264", "-b:v", "1000k"};
        tell(
                "a passage of 1.4 s, three times",
                "at 20 a second",
                FilmSmith.of(Footage.looped(passage, 3), WIDTH, HEIGHT, RATE, "mp4", fewer));
    }

    private void tell(String kind, String bits, List<byte[]> pictures) {
        String[] coding = {"-c:v", "libopenh264", "-b:v", bits, "-g", "25"};
        tell(kind, bits, FilmSmith.of(pictures, WIDTH, HEIGHT, RATE, "mp4", coding));
    }

    private void tell(String kind, String bits, byte[] film) {
        long from = System.nanoTime();
        EvidenceFilm opened = FilmSmith.opened(film);
        Finding finding = new FilmFrames().watch(opened).get(0);
        nanos += System.nanoTime() - from;
        watched++;
        String said = finding instanceof Found found ? found.code() : "nothing";
        rows.computeIfAbsent("%-34s %-15s".formatted(kind, bits), k -> new TreeMap<>())
                .merge(said, 1, Integer::sum);
        if (Boolean.getBoolean("films.verbose") && opened.motion() instanceof Motion.Seen seen) {
            System.out.println(kind + " " + bits + ": " + said + ", " + figures(seen.pictures()));
        }
    }

    /** For choosing thresholds: steps from one picture to the next, and from the first to all. */
    private static String figures(List<GreyPicture> pictures) {
        List<Double> steps = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        for (int i = 1; i < pictures.size(); i++) {
            steps.add(pictures.get(i - 1).to(pictures.get(i)).mean());
            means.add(pictures.get(0).to(pictures.get(i)).mean());
            cells.add(pictures.get(0).to(pictures.get(i)).largest());
        }
        return "median step %.3f, nine in ten %.3f, from the first %.3f at most, in a cell %d"
                .formatted(
                        steps.stream().sorted().toList().get(steps.size() / 2),
                        steps.stream().sorted().toList().get(steps.size() * 9 / 10),
                        Collections.max(means),
                        Collections.max(cells));
    }

    private void print(String split) {
        System.out.printf(
                "films of %d by %d, %d s, of pictures whose split is %s; 95 %% (Wilson)%n%n",
                WIDTH, HEIGHT, SECONDS, split);
        rows.forEach(
                (row, said) -> {
                    int n = said.values().stream().mapToInt(Integer::intValue).sum();
                    said.forEach(
                            (code, count) ->
                                    System.out.printf(
                                            "%s %-22s %4d of %4d  %s%n",
                                            row, code, count, n, wilson(count, n)));
                });
        System.out.printf(
                "%n%d films watched, %.0f ms each (decoding in a process of its own)%n",
                watched, nanos / 1e6 / Math.max(1, watched));
    }

    private static String wilson(int found, int n) {
        double z = 1.96;
        double p = (double) found / n;
        double middle = p + z * z / (2 * n);
        double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double whole = 1 + z * z / n;
        return "%.3f to %.3f"
                .formatted(Math.max(0, (middle - spread) / whole), (middle + spread) / whole);
    }
}
