package io.mingjian.detection.reuse;

import io.mingjian.detection.media.SampleFiles;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures the reuse search on the sample pictures and prints: how often each change of a picture
 * is found again, what is confirmed among different pictures, and what it costs. {@code
 * benchmarks/run reuse}. Thresholds were chosen on the pictures whose split is {@code train}; the
 * table is made on those of {@code dev} ({@code -Dreuse.split}), among all pictures of either.
 */
public final class ReuseTable {
    private final StoredPictures stored;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private ReuseTable(StoredPictures stored) {
        this.stored = stored;
    }

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        StoredPictures stored = new StoredPictures(images.get());
        stored.printSize();
        ReuseTable table = new ReuseTable(stored);
        String split = System.getProperty("reuse.split", "dev");
        table.printChanges(split, Integer.getInteger("reuse.sample", 10_000));
        table.printRecaptures(split);
        table.printPairs(split);
        stored.printCosts();
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
        List<UUID> asked = stored.sample(split, sample, id -> true);
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
            pairs += (long) row.asked * (stored.size() - 1);
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
        BufferedImage image = stored.image(id);
        for (Map.Entry<Changes, Row> entry : rows.entrySet()) {
            Random random = new Random(id.hashCode() * 31L + entry.getKey().ordinal());
            Optional<ReusePrint> query = stored.described(entry.getKey().of(image, random));
            Row row = entry.getValue();
            List<Candidate> candidates = query.map(stored::proposed).orElse(List.of());
            List<Hit> hits = query.map(q -> stored.confirmed(q, candidates)).orElse(List.of());
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
                    } else if (!stored.areAlike(id, hit.picture())) {
                        row.strangers.add(stored.told(entry.getKey().told(), id, hit));
                    }
                }
                boolean missed =
                        hits.stream()
                                .filter(hit -> hit.match().kind().isSamePicture())
                                .noneMatch(hit -> hit.picture().equals(id));
                if (missed && Boolean.getBoolean("reuse.missed")) {
                    System.out.printf(
                            "missed: %s %s%s%n", entry.getKey(), stored.name(id), why(query, id));
                }
            }
        }
    }

    /** What confirmation saw, for tuning. */
    private String why(Optional<ReusePrint> query, UUID id) {
        StringBuilder told = new StringBuilder();
        for (boolean mirrored : new boolean[] {false, true}) {
            query.flatMap(print -> Confirmation.byPoints(print, stored.print(id), mirrored))
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

    /** Photographs of a real screen, looked for among all, found if what the screen shows is. */
    private void printRecaptures(String split) {
        for (boolean all : new boolean[] {false, true}) {
            List<UUID> screens =
                    stored.all().stream()
                            .filter(id -> stored.name(id).startsWith("recapture"))
                            .filter(stored::hasALike)
                            .filter(id -> all || stored.split(id).equals(split))
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
        return hits(screen).stream()
                .filter(hit -> hit.match().kind().isSamePicture())
                .map(Hit::picture)
                .anyMatch(id -> stored.name(id).startsWith("real") && stored.areAlike(screen, id));
    }

    private void printPairs(String split) {
        List<String> confirmed = new ArrayList<>();
        LongAdder known = new LongAdder();
        LongAdder background = new LongAdder();
        stored.all().parallelStream()
                .forEach(
                        id ->
                                hits(id).stream()
                                        .filter(hit -> hit.picture().compareTo(id) > 0)
                                        .forEach(
                                                hit -> {
                                                    if (!hit.match().kind().isSamePicture()) {
                                                        background.increment();
                                                        told.add(
                                                                stored.told("background", id, hit));
                                                    } else if (stored.areAlike(id, hit.picture())) {
                                                        known.increment();
                                                    } else {
                                                        synchronized (confirmed) {
                                                            confirmed.add(
                                                                    stored.told("stored", id, hit));
                                                        }
                                                    }
                                                }));
        long n = stored.size();
        System.out.printf(
                "stored against stored: %d pairs, %d confirmed that were seen to be one picture, %d"
                        + " others confirmed, %d of the same background%n",
                n * (n - 1) / 2, known.sum(), confirmed.size(), background.sum());
        confirmed.stream().sorted().forEach(line -> System.out.println("  " + line));
        told.stream().sorted().limit(60).forEach(line -> System.out.println("  " + line));
        exhaustive(split);
    }

    private List<Hit> hits(UUID id) {
        ReusePrint query = stored.print(id);
        return stored.confirmed(query, stored.proposed(query));
    }

    /** All pairs of one folder, whether an index proposes them or not: one table, one camera. */
    private void exhaustive(String split) {
        stored.folders(split)
                .forEach(
                        (folder, ids) -> {
                            LongAdder pairs = new LongAdder();
                            List<String> same = new ArrayList<>();
                            LongAdder background = new LongAdder();
                            ids.parallelStream()
                                    .forEach(
                                            one ->
                                                    ids.stream()
                                                            .filter(
                                                                    other ->
                                                                            other.compareTo(one)
                                                                                    > 0)
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
                            stored.print(one),
                            stored.print(other),
                            new Candidate(other, null, 1, mirrored))
                    .ifPresent(
                            match -> {
                                if (!match.kind().isSamePicture()) {
                                    background.increment();
                                } else if (!stored.areAlike(one, other)) {
                                    synchronized (same) {
                                        same.add(stored.told("pair", one, new Hit(other, match)));
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
}
