package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Share;
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
import java.util.TreeMap;
import java.util.UUID;

/**
 * Measures how often the background of a stored photograph is found again when something else lies
 * where its subject was, and how often it is told of pictures that were taken elsewhere: {@code
 * benchmarks/run backgrounds}. Each photograph of the split is once the shop's own; a claim is made
 * of it with {@link OtherSubject} and sent as claims are. That is a model of somebody who edits the
 * shop's photograph. What comes nearest to a new photograph from the same place are the pairs that
 * {@link BackgroundPairs} asks about.
 */
public final class BackgroundTable {
    private static final double[] COVERED = {0.10, 0.25, 0.40, 0.60};

    private final StoredPictures stored;
    private final BackgroundPairs pairs;
    private final String split;
    private final Map<Way, Row> rows = new LinkedHashMap<>();
    private final Map<String, Map<Double, int[]>> byFolder = new TreeMap<>();
    private final int[] subjects = new int[2];
    private final int[] related = new int[2];
    private final List<String> elsewhere = new ArrayList<>();

    private BackgroundTable(StoredPictures stored, String split) {
        this.stored = stored;
        this.split = split;
        this.pairs = new BackgroundPairs(stored);
    }

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        StoredPictures stored = new StoredPictures(images.get());
        stored.printSize();
        String split = System.getProperty("reuse.split", "dev");
        BackgroundTable table = new BackgroundTable(stored, split);
        table.ask(Integer.getInteger("reuse.sample", 10_000));
        table.print();
        table.pairs.print(split);
        stored.printCosts();
    }

    /** How a claim reaches whoever compares it; always with the messenger's size and quality. */
    private enum Sent {
        AS_MADE("1,080 pixels, JPEG 75"),
        CROPPED("the same, crop to 90 %"),
        LIGHTER("the same, lighter");

        private static final int MESSENGER_SIDE = 1_080;

        private final String told;

        Sent(String told) {
            this.told = told;
        }

        private BufferedImage of(BufferedImage made, Random random) {
            BufferedImage changed =
                    switch (this) {
                        case AS_MADE -> made;
                        case CROPPED -> Laundering.cropped(made, 0.9, random);
                        case LIGHTER -> Laundering.toned(made);
                    };
            int side = Math.max(changed.getWidth(), changed.getHeight());
            return Laundering.resaved(
                    side <= MESSENGER_SIDE
                            ? changed
                            : Laundering.resized(changed, (double) MESSENGER_SIDE / side),
                    0.75);
        }
    }

    private record Way(double covered, Sent sent) {}

    /** What the claims of one way came to, about the photograph that they were made of. */
    private static final class Row {
        private int asked;
        private int proposed;
        private int background;
        private int samePicture;
    }

    private void ask(int sample) {
        for (double covered : COVERED) {
            for (Sent sent : Sent.values()) {
                rows.put(new Way(covered, sent), new Row());
            }
        }
        List<UUID> photographs = stored.sample(split, Integer.MAX_VALUE, stored::isPhotograph);
        photographs.parallelStream().limit(sample).forEach(shop -> ask(shop, photographs));
    }

    private void ask(UUID shop, List<UUID> photographs) {
        Random random = new Random(shop.hashCode() * 31L);
        List<UUID> others =
                photographs.stream()
                        .filter(id -> !stored.folder(id).equals(stored.folder(shop)))
                        .toList();
        UUID other = others.get(random.nextInt(others.size()));
        BufferedImage photograph = stored.image(shop);
        BufferedImage subject = stored.image(other);
        for (double covered : COVERED) {
            BufferedImage made = OtherSubject.on(photograph, subject, covered);
            for (Sent sent : Sent.values()) {
                Optional<ReusePrint> claim = stored.described(sent.of(made, random));
                List<Candidate> candidates = claim.map(stored::proposed).orElse(List.of());
                List<Hit> hits =
                        claim.map(query -> stored.confirmed(query, candidates)).orElse(List.of());
                boolean proposed = candidates.stream().anyMatch(c -> c.picture().equals(shop));
                count(new Way(covered, sent), shop, other, proposed, hits);
            }
        }
    }

    private synchronized void count(
            Way way, UUID shop, UUID other, boolean proposed, List<Hit> hits) {
        Row row = rows.get(way);
        row.asked++;
        row.proposed += proposed ? 1 : 0;
        boolean background = false;
        for (Hit hit : hits) {
            boolean same = hit.match().kind().isSamePicture();
            if (hit.picture().equals(shop)) {
                row.samePicture += same ? 1 : 0;
                background = !same;
            } else if (stored.areAlike(other, hit.picture())
                    || pairs.areOnePlace(other, hit.picture())) {
                subjects[same ? 1 : 0]++;
            } else if (stored.areAlike(shop, hit.picture())
                    || pairs.areOnePlace(shop, hit.picture())) {
                related[same ? 1 : 0]++;
            } else {
                elsewhere.add(stored.told("claim made of", shop, hit));
            }
        }
        row.background += background ? 1 : 0;
        if (way.sent() == Sent.AS_MADE) {
            int[] share =
                    byFolder.computeIfAbsent(stored.folder(shop), f -> new TreeMap<>())
                            .computeIfAbsent(way.covered(), c -> new int[2]);
            share[0] += background ? 1 : 0;
            share[1]++;
        }
    }

    private void print() {
        System.out.printf(
                "%-38s %8s  %-28s %-28s %s%n",
                "covered, sent as (split " + split + ")",
                "proposed",
                "told: same background",
                "told: same picture",
                "neither");
        rows.forEach(
                (way, row) ->
                        System.out.printf(
                                "%3.0f %%, %-31s %8d  %-28s %-28s %s%n",
                                100 * way.covered(),
                                way.sent().told,
                                row.proposed,
                                new Share(row.background, row.asked),
                                new Share(row.samePicture, row.asked),
                                new Share(
                                        row.asked - row.background - row.samePicture, row.asked)));
        System.out.println();
        byFolder.forEach(
                (folder, shares) ->
                        shares.forEach(
                                (covered, n) ->
                                        System.out.printf(
                                                "made of %-20s %3.0f %% covered, as made: same"
                                                        + " background %s%n",
                                                folder, 100 * covered, new Share(n[0], n[1]))));
        int asked = rows.values().stream().mapToInt(row -> row.asked).sum();
        System.out.printf(
                "%nthese %d claims against the other %d stored: %d told of the picture that the"
                        + " subject is from, %d of pictures seen to show the place of the"
                        + " photograph, %d of pictures from elsewhere%n",
                asked,
                stored.size() - 1,
                subjects[0] + subjects[1],
                related[0] + related[1],
                elsewhere.size());
        elsewhere.stream().sorted().forEach(line -> System.out.println("  " + line));
    }
}
