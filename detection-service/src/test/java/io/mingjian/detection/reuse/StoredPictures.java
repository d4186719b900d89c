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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The sample pictures of both splits, described and stored in an index, as the tables of this room
 * ask about them. What it costs is counted on the way.
 */
final class StoredPictures {
    private static final int LONGEST = 1600;

    private final Path images;
    private final Map<UUID, Path> names = new LinkedHashMap<>();
    private final Map<UUID, ReusePrint> prints = new ConcurrentHashMap<>();
    private final Map<UUID, String> splits = new LinkedHashMap<>();
    private final MemoryIndex index = new MemoryIndex();
    private final SeenByEye samePictures = SeenByEye.read("same-pictures.txt");
    private final Costs costs = new Costs();

    /** Describes and stores; takes minutes. */
    StoredPictures(Path images) {
        this.images = images;
        store();
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
                .forEach(id -> read(id).ifPresent(print -> prints.put(id, print)));
        names.keySet().stream()
                .filter(prints::containsKey)
                .forEach(id -> index.add(id, prints.get(id).gist()));
    }

    /** Kept between runs where {@code reuse.cache} names a folder; for tuning. */
    private Optional<ReusePrint> read(UUID id) {
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

    Optional<ReusePrint> described(BufferedImage image) {
        return described(PictureDrawer.pixels(image));
    }

    int size() {
        return index.size();
    }

    /** All that are stored, in the order of the manifest. */
    List<UUID> all() {
        return names.keySet().stream().filter(prints::containsKey).toList();
    }

    /** Of one split, in an order that has nothing to do with what they show. */
    List<UUID> sample(String split, int most, Predicate<UUID> which) {
        return prints.keySet().stream()
                .filter(id -> splits.get(id).equals(split))
                .filter(which)
                .sorted()
                .limit(most)
                .toList();
    }

    /** Of one split, by the folder they lie in. */
    Map<String, List<UUID>> folders(String split) {
        Map<String, List<UUID>> folders = new LinkedHashMap<>();
        all().stream()
                .filter(id -> splits.get(id).equals(split))
                .forEach(id -> folders.computeIfAbsent(folder(id), f -> new ArrayList<>()).add(id));
        return folders;
    }

    String name(UUID id) {
        return names.get(id).toString();
    }

    String folder(UUID id) {
        return names.get(id).getParent().toString();
    }

    /** Taken by a camera, and not of a screen. */
    boolean isPhotograph(UUID id) {
        return name(id).startsWith("real");
    }

    String split(UUID id) {
        return splits.get(id);
    }

    ReusePrint print(UUID id) {
        return prints.get(id);
    }

    List<Candidate> proposed(ReusePrint query) {
        return costs.timed(
                "search among " + index.size() + " (hash and points)",
                () -> index.search(query, ReuseSearch.MOST_CANDIDATES));
    }

    List<Hit> confirmed(ReusePrint query, List<Candidate> candidates) {
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

    /** Whether people saw that two files show one picture; files of one name do as well. */
    boolean areAlike(UUID one, UUID other) {
        return stem(name(one)).equals(stem(name(other)))
                || samePictures.areTogether(name(one), name(other));
    }

    /** Whether people saw that a file shows what another one shows. */
    boolean hasALike(UUID id) {
        return samePictures.knows(name(id));
    }

    private static String stem(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    String told(String change, UUID id, Hit hit) {
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

    private static Optional<Pixels> pixels(Path file) {
        if (EvidencePicture.open(SampleFiles.bytes(file)) instanceof Intake.Accepted accepted
                && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
            return Optional.of(decoded.pixels());
        }
        System.out.println("unreadable: " + file);
        return Optional.empty();
    }

    /** The picture to be changed; large ones first halved, so that a run takes minutes. */
    BufferedImage image(UUID id) {
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

    void printSize() {
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

    void printCosts() {
        costs.print();
    }
}
