package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.SampleFiles;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Measures the reuse search on the sample pictures and prints: how often each change of a picture
 * is found again, what is confirmed among different pictures, and what it costs. {@code
 * benchmarks/run reuse}. Thresholds were chosen on the pictures whose split is {@code train}; the
 * table is made on those of {@code dev} ({@code -Dreuse.split}), among all pictures of either.
 */
public final class ReuseTable {
    private static final int LONGEST = 1600;

    private final Path images;
    private final Map<UUID, Path> names = new LinkedHashMap<>();
    private final Map<UUID, ReusePrint> prints = new ConcurrentHashMap<>();
    private final Map<UUID, String> splits = new LinkedHashMap<>();
    private final MemoryIndex index = new MemoryIndex();
    private final Map<String, Integer> groups = groups();
    private final Costs costs = new Costs();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private ReuseTable(Path images) {
        this.images = images;
    }

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        ReuseTable table = new ReuseTable(images.get());
        String split = System.getProperty("reuse.split", "dev");
        table.store();
        table.printChanges(split, Integer.getInteger("reuse.sample", 10_000));
        table.printRecaptures(split);
        table.printPairs(split);
        table.costs.print();
    }

    /** Nanoseconds spent and how often, for each step. */
    private static final class Costs {
        private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
        private final Map<String, LongAdder> times = new ConcurrentHashMap<>();

        private <T> T timed(String step, Supplier<T> work) {
            long from = System.nanoTime();
            T result = work.get();
            nanos.computeIfAbsent(step, s -> new LongAdder()).add(System.nanoTime() - from);
            times.computeIfAbsent(step, s -> new LongAdder()).increment();
            return result;
        }

        private void print() {
            System.out.println();
            nanos.keySet().stream()
                    .sorted()
                    .forEach(
                            step ->
                                    System.out.printf(
                                            "%-44s %8d times %8.2f ms each%n",
                                            step,
                                            times.get(step).sum(),
                                            nanos.get(step).sum() / 1e6 / times.get(step).sum()));
        }
    }

    /** Groups of sample files that a person has looked at and found to show one picture. */
    private static Map<String, Integer> groups() {
        Map<String, Integer> groups = new LinkedHashMap<>();
        try (InputStream in = ReuseTable.class.getResourceAsStream("same-pictures.txt")) {
            List<String> lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList();
            for (int group = 0; group < lines.size(); group++) {
                for (String file : lines.get(group).split(" ")) {
                    groups.put(file, group);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }

    private void store() {
        for (List<String> row : SampleFiles.table(images.resolve("manifest.csv"))) {
            Path file = images.resolve(row.get(0));
            if (row.get(0).startsWith("hash") || row.get(0).startsWith("edited")) {
                continue;
            }
            UUID id = UUID.nameUUIDFromBytes(row.get(0).getBytes(StandardCharsets.UTF_8));
            names.put(id, images.relativize(file));
            splits.put(id, row.get(row.size() - 1));
        }
        names.keySet().parallelStream()
                .forEach(id -> print(id).ifPresent(print -> prints.put(id, print)));
        names.keySet().stream()
                .filter(prints::containsKey)
                .forEach(id -> index.add(id, prints.get(id).gist()));
        System.out.printf(
                "%d pictures stored, %d too plain or unreadable; index at most %d bytes a picture,"
                        + " print %d bytes on average, gist %d%n%n",
                index.size(),
                names.size() - index.size(),
                MemoryIndex.BYTES_A_PICTURE,
                (int)
                        prints.values().stream()
                                .mapToInt(p -> p.toBytes().length)
                                .average()
                                .orElse(0),
                (int)
                        prints.values().stream()
                                .mapToInt(p -> p.gist().toBytes().length)
                                .average()
                                .orElse(0));
    }

    /** Kept between runs where {@code reuse.cache} names a folder; for tuning. */
    private Optional<ReusePrint> print(UUID id) {
        String cache = System.getProperty("reuse.cache");
        try {
            Path kept = cache == null ? null : Path.of(cache).resolve(id.toString());
            if (kept != null && Files.exists(kept)) {
                byte[] bytes = Files.readAllBytes(kept);
                return bytes.length == 0
                        ? Optional.empty()
                        : Optional.of(ReusePrint.fromBytes(bytes));
            }
            Optional<ReusePrint> print =
                    pixels(images.resolve(names.get(id))).flatMap(this::described);
            if (kept != null) {
                Files.write(kept, print.map(ReusePrint::toBytes).orElse(new byte[0]));
            }
            return print;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ReusePrint> described(Pixels pixels) {
        return costs.timed("describe a picture", () -> ReusePrint.of(pixels));
    }

    /** What one change came to. */
    private static final class Row {
        private int asked;
        private int proposed;
        private int found;
        private int background;
        private final List<String> strangers = new ArrayList<>();
    }

    private void printChanges(String split, int sample) {
        List<UUID> asked =
                prints.keySet().stream()
                        .filter(id -> splits.get(id).equals(split))
                        .sorted()
                        .limit(sample)
                        .toList();
        Map<Changes, Row> rows = new LinkedHashMap<>();
        for (Changes change : Changes.values()) {
            rows.put(change, new Row());
        }
        asked.parallelStream().forEach(id -> change(id, rows));
        System.out.printf(
                "%-34s %5s %9s %9s  %-16s %9s %s%n",
                "change (split " + split + ")",
                "n",
                "proposed",
                "confirmed",
                "95 % (Wilson)",
                "strangers",
                "same background");
        long pairs = 0;
        int strangers = 0;
        for (Map.Entry<Changes, Row> entry : rows.entrySet()) {
            Row row = entry.getValue();
            pairs += (long) row.asked * (index.size() - 1);
            strangers += row.strangers.size();
            System.out.printf(
                    "%-34s %5d %9.4f %9.4f  %-16s %9d %d%n",
                    entry.getKey().told(),
                    row.asked,
                    (double) row.proposed / row.asked,
                    (double) row.found / row.asked,
                    wilson(row.found, row.asked),
                    row.strangers.size(),
                    row.background);
        }
        System.out.printf(
                "%nchanged queries against all stored: %d pairs of different pictures, %d confirmed%n",
                pairs, strangers);
        rows.values().forEach(row -> row.strangers.forEach(s -> System.out.println("  " + s)));
    }

    private void change(UUID id, Map<Changes, Row> rows) {
        BufferedImage image = image(id);
        for (Map.Entry<Changes, Row> entry : rows.entrySet()) {
            Random random = new Random(id.hashCode() * 31L + entry.getKey().ordinal());
            Optional<ReusePrint> query = described(pixels(entry.getKey().of(image, random)));
            Row row = entry.getValue();
            List<Candidate> candidates = query.map(this::proposed).orElse(List.of());
            List<Hit> hits = query.map(q -> confirmed(q, candidates)).orElse(List.of());
            boolean proposed = candidates.stream().anyMatch(c -> c.picture().equals(id));
            synchronized (row) {
                row.asked++;
                row.proposed += proposed ? 1 : 0;
                row.background +=
                        (int)
                                hits.stream()
                                        .filter(hit -> !hit.match().kind().isSamePicture())
                                        .count();
                for (Hit hit : hits) {
                    if (!hit.match().kind().isSamePicture()) {
                        continue;
                    }
                    if (hit.picture().equals(id)) {
                        row.found++;
                    } else if (!areAlike(id, hit.picture())) {
                        row.strangers.add(told(entry.getKey().told(), id, hit));
                    }
                }
                boolean missed =
                        hits.stream()
                                .filter(hit -> hit.match().kind().isSamePicture())
                                .noneMatch(hit -> hit.picture().equals(id));
                if (missed && Boolean.getBoolean("reuse.missed")) {
                    System.out.printf(
                            "missed: %s %s%s%n", entry.getKey(), names.get(id), why(query, id));
                }
            }
        }
    }

    /** What confirmation saw, for tuning. */
    private String why(Optional<ReusePrint> query, UUID id) {
        StringBuilder told = new StringBuilder();
        for (boolean mirrored : new boolean[] {false, true}) {
            query.flatMap(print -> Confirmation.byPoints(print, prints.get(id), mirrored))
                    .ifPresent(
                            found ->
                                    told.append(
                                            String.format(
                                                    "; inliers %d steadiness %.2f %s",
                                                    found.inliers(),
                                                    found.steadiness(),
                                                    found.overlay())));
        }
        return told.toString();
    }

    private List<Candidate> proposed(ReusePrint query) {
        return costs.timed(
                "search among " + index.size() + " (hash and points)",
                () -> index.search(query, ReuseSearch.MOST_CANDIDATES));
    }

    private List<Hit> confirmed(ReusePrint query, List<Candidate> candidates) {
        List<Hit> hits = new ArrayList<>();
        for (Candidate candidate : candidates) {
            costs.timed(
                            "confirm a candidate",
                            () ->
                                    Confirmation.confirm(
                                            query, prints.get(candidate.picture()), candidate))
                    .ifPresent(match -> hits.add(new Hit(candidate.picture(), match)));
        }
        hits.sort(Comparator.comparing((Hit hit) -> hit.match().distance()));
        return hits;
    }

    private String told(String change, UUID id, Hit hit) {
        return String.format(
                "%s %s %s %s distance %d inliers %d agreement %.2f in %s",
                change,
                names.get(id),
                names.get(hit.picture()),
                hit.match().kind(),
                hit.match().distance(),
                hit.match().inliers(),
                hit.match().agreement(),
                hit.match().inStored());
    }

    private boolean areAlike(UUID one, UUID other) {
        String name = names.get(one).toString();
        String otherName = names.get(other).toString();
        Integer group = groups.get(name);
        return stem(name).equals(stem(otherName))
                || group != null && group.equals(groups.get(otherName));
    }

    private static String stem(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    /** Photographs of a real screen, looked for among all, found if what the screen shows is. */
    private void printRecaptures(String split) {
        for (boolean all : new boolean[] {false, true}) {
            List<UUID> screens =
                    names.keySet().stream()
                            .filter(id -> names.get(id).startsWith("recapture"))
                            .filter(id -> groups.containsKey(names.get(id).toString()))
                            .filter(id -> all || splits.get(id).equals(split))
                            .toList();
            long found = screens.parallelStream().filter(this::showsAnOriginal).count();
            System.out.printf(
                    "%-34s %5d %9s %9.4f  %-16s%n",
                    "photographs of screens, " + (all ? "both splits" : split),
                    screens.size(),
                    "",
                    (double) found / screens.size(),
                    wilson((int) found, screens.size()));
        }
    }

    private boolean showsAnOriginal(UUID screen) {
        ReusePrint query = prints.get(screen);
        return confirmed(query, proposed(query)).stream()
                .filter(hit -> hit.match().kind().isSamePicture())
                .map(Hit::picture)
                .anyMatch(id -> names.get(id).startsWith("real") && areAlike(screen, id));
    }

    private void printPairs(String split) {
        List<UUID> all = List.copyOf(names.keySet());
        List<String> confirmed = new ArrayList<>();
        LongAdder known = new LongAdder();
        LongAdder background = new LongAdder();
        all.parallelStream()
                .filter(prints::containsKey)
                .forEach(
                        id ->
                                confirmed(prints.get(id), proposed(prints.get(id))).stream()
                                        .filter(hit -> hit.picture().compareTo(id) > 0)
                                        .forEach(
                                                hit -> {
                                                    if (!hit.match().kind().isSamePicture()) {
                                                        background.increment();
                                                        told.add(told("background", id, hit));
                                                    } else if (areAlike(id, hit.picture())) {
                                                        known.increment();
                                                    } else {
                                                        synchronized (confirmed) {
                                                            confirmed.add(told("stored", id, hit));
                                                        }
                                                    }
                                                }));
        long n = index.size();
        System.out.printf(
                "stored against stored: %d pairs, %d confirmed that were seen to be one picture, %d"
                        + " others confirmed, %d of the same background%n",
                n * (n - 1) / 2, known.sum(), confirmed.size(), background.sum());
        confirmed.stream().sorted().forEach(line -> System.out.println("  " + line));
        told.stream().sorted().limit(60).forEach(line -> System.out.println("  " + line));
        exhaustive(split);
    }

    /** All pairs of one folder, whether an index proposes them or not: one table, one camera. */
    private void exhaustive(String split) {
        Map<String, List<UUID>> folders = new LinkedHashMap<>();
        names.forEach(
                (id, name) -> {
                    if (prints.containsKey(id) && splits.get(id).equals(split)) {
                        folders.computeIfAbsent(name.getParent().toString(), f -> new ArrayList<>())
                                .add(id);
                    }
                });
        folders.forEach(
                (folder, ids) -> {
                    LongAdder pairs = new LongAdder();
                    List<String> same = new ArrayList<>();
                    LongAdder background = new LongAdder();
                    ids.parallelStream()
                            .forEach(
                                    one ->
                                            ids.stream()
                                                    .filter(other -> other.compareTo(one) > 0)
                                                    .forEach(
                                                            other -> {
                                                                pairs.increment();
                                                                confirm(
                                                                        one,
                                                                        other,
                                                                        same,
                                                                        background);
                                                            }));
                    System.out.printf(
                            "every pair of %-24s %7d pairs, %d confirmed, %d of the same"
                                    + " background%n",
                            folder, pairs.sum(), same.size(), background.sum());
                    same.forEach(line -> System.out.println("  " + line));
                });
    }

    private void confirm(UUID one, UUID other, List<String> same, LongAdder background) {
        for (boolean mirrored : new boolean[] {false, true}) {
            Confirmation.confirm(
                            prints.get(one),
                            prints.get(other),
                            new Candidate(other, null, 1, mirrored))
                    .ifPresent(
                            match -> {
                                if (!match.kind().isSamePicture()) {
                                    background.increment();
                                } else if (!areAlike(one, other)) {
                                    synchronized (same) {
                                        same.add(told("pair", one, new Hit(other, match)));
                                    }
                                }
                            });
        }
    }

    private static String wilson(int hits, int n) {
        double z = 1.96;
        double p = (double) hits / n;
        double middle = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double scale = 1 + z * z / n;
        return String.format("[%.3f, %.3f]", (middle - half) / scale, (middle + half) / scale);
    }

    private static Optional<Pixels> pixels(Path file) {
        if (EvidencePicture.open(SampleFiles.bytes(file)) instanceof Intake.Accepted accepted
                && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
            return Optional.of(decoded.pixels());
        }
        System.out.println("unreadable: " + file);
        return Optional.empty();
    }

    private static Pixels pixels(BufferedImage image) {
        return PictureDrawer.pixels(image);
    }

    /** The picture to be changed; large ones first halved, so that a run takes minutes. */
    private BufferedImage image(UUID id) {
        Pixels pixels = pixels(images.resolve(names.get(id))).orElseThrow();
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                image.setRGB(x, y, pixels.rgb(x, y));
            }
        }
        while (Math.max(image.getWidth(), image.getHeight()) > LONGEST) {
            image = Laundering.resized(image, 0.5);
        }
        return image;
    }
}
