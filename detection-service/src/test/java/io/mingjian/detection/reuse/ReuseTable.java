package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.SampleFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Measures the reuse search on the sample pictures and prints two tables: how often each kind of
 * change is found again, and what is confirmed among all pairs of different pictures. Run by hand:
 * {@code main} of the test classes; needs the sample folder.
 */
public final class ReuseTable {
    private final Map<UUID, Path> names = new LinkedHashMap<>();
    private final Map<UUID, ReusePrint> prints = new LinkedHashMap<>();
    private final HashIndex index = new HashIndex();
    private final ReuseSearch search = new ReuseSearch(index);
    private int plain;

    public static void main(String[] folders) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        ReuseTable table = new ReuseTable();
        table.store(images.get());
        table.printPairs();
        table.printChanges(Integer.getInteger("reuse.sample", 150));
        table.printBridge(images.get().resolve("hash/bridge"));
    }

    private void store(Path images) {
        for (String folder : List.of("real", "ai", "recapture")) {
            for (Path file : SampleFiles.pictures(images.resolve(folder))) {
                Optional<ReusePrint> print = pixels(file).flatMap(ReusePrint::of);
                if (print.isEmpty()) {
                    plain++;
                    continue;
                }
                UUID id = UUID.nameUUIDFromBytes(file.toString().getBytes(StandardCharsets.UTF_8));
                names.put(id, images.relativize(file));
                prints.put(id, print.get());
                index.add(id, print.get());
            }
        }
        System.out.printf(
                "pictures %d, too plain or unreadable %d, index %d bytes a picture%n",
                index.size(), plain, HashIndex.BYTES_A_PICTURE);
    }

    private void printPairs() {
        long start = System.nanoTime();
        int candidates = 0;
        Map<Integer, Integer> byDistance = new LinkedHashMap<>();
        List<String> confirmed = new ArrayList<>();
        for (Map.Entry<UUID, ReusePrint> query : prints.entrySet()) {
            for (Candidate candidate : index.search(query.getValue(), 1000)) {
                if (candidate.picture().compareTo(query.getKey()) <= 0) {
                    continue;
                }
                candidates++;
                byDistance.merge(candidate.distance() / 10 * 10, 1, Integer::sum);
                Confirmation.confirm(query.getValue(), prints.get(candidate.picture()), candidate)
                        .ifPresent(
                                match ->
                                        confirmed.add(
                                                "  %s  %s  %s agreement %.2f distance %d %s"
                                                        .formatted(
                                                                names.get(query.getKey()),
                                                                names.get(candidate.picture()),
                                                                match.kind(),
                                                                match.agreement(),
                                                                match.distance(),
                                                                match.turn())));
            }
        }
        long pairs = (long) prints.size() * (prints.size() - 1) / 2;
        System.out.printf(
                "pairs %d, candidates %d %s, confirmed %d, %.1f ms a query%n",
                pairs,
                candidates,
                byDistance,
                confirmed.size(),
                (System.nanoTime() - start) / 1e6 / prints.size());
        confirmed.forEach(System.out::println);
    }

    private void printChanges(int most) {
        Map<String, UnaryOperator<BufferedImage>> changes = changes();
        System.out.printf(
                "%-18s %6s %9s %9s %9s %6s %6s %9s%n",
                "change", "n", "proposed", "found", "strangers", "d50", "d95", "agree05");
        changes.forEach((name, change) -> printChange(name, change, most));
    }

    static Map<String, UnaryOperator<BufferedImage>> changes() {
        Map<String, UnaryOperator<BufferedImage>> changes = new LinkedHashMap<>();
        Random random = new Random(7);
        changes.put("resave q70", i -> Laundering.resaved(i, 0.7));
        changes.put("resave q30", i -> Laundering.resaved(i, 0.3));
        changes.put("half size", i -> Laundering.resized(i, 0.5));
        changes.put("third size", i -> Laundering.resized(i, 0.33));
        changes.put("tone", Laundering::toned);
        changes.put("mirror", Laundering::mirrored);
        changes.put("quarter turn", Laundering::quarterTurned);
        changes.put("frame 8% white", i -> Laundering.framed(i, 0.08, Color.WHITE));
        changes.put("frame 12% black", i -> Laundering.framed(i, 0.12, Color.BLACK));
        changes.put("screenshot", Laundering::screenshot);
        for (int side : new int[] {95, 90, 85, 80, 75, 70}) {
            changes.put(
                    "crop " + side + "% hand",
                    i ->
                            Laundering.resaved(
                                    Laundering.croppedByHand(i, side / 100.0, random), 0.8));
        }
        for (int side : new int[] {95, 90, 85, 80, 75, 70}) {
            changes.put(
                    "crop " + side + "% any",
                    i -> Laundering.resaved(Laundering.cropped(i, side / 100.0, random), 0.8));
        }
        changes.put(
                "crop 85% mirror",
                i -> Laundering.mirrored(Laundering.croppedByHand(i, 0.85, random)));
        return changes;
    }

    private void printChange(String name, UnaryOperator<BufferedImage> change, int most) {
        List<UUID> ids = new ArrayList<>(prints.keySet());
        int stride = Math.max(1, ids.size() / most);
        List<Integer> distances = new ArrayList<>();
        List<Double> agreements = new ArrayList<>();
        int n = 0;
        int found = 0;
        int strangers = 0;
        for (int i = 0; i < ids.size(); i += stride) {
            UUID id = ids.get(i);
            Optional<ReusePrint> query =
                    image(names.get(id))
                            .map(change)
                            .map(PictureDrawer::pixels)
                            .flatMap(ReusePrint::of);
            n++;
            if (query.isEmpty()) {
                continue;
            }
            index.search(query.get(), 1000).stream()
                    .filter(c -> c.picture().equals(id))
                    .forEach(c -> distances.add(c.distance()));
            for (ReuseSearch.Hit hit : search.find(query.get(), load())) {
                if (hit.picture().equals(id)) {
                    found++;
                    agreements.add(hit.match().agreement());
                } else {
                    strangers++;
                }
            }
        }
        distances.sort(Integer::compare);
        agreements.sort(Double::compare);
        System.out.printf(
                "%-18s %6d %9.3f %9.3f %9d %6s %6s %9.2f%n",
                name,
                n,
                (double) distances.size() / n,
                (double) found / n,
                strangers,
                quantile(distances, 0.5),
                quantile(distances, 0.95),
                agreements.isEmpty() ? 0 : agreements.get((int) (0.05 * (agreements.size() - 1))));
    }

    private static String quantile(List<Integer> sorted, double part) {
        return sorted.isEmpty()
                ? "-"
                : String.valueOf(sorted.get((int) (part * (sorted.size() - 1))));
    }

    private Function<UUID, Optional<ReusePrint>> load() {
        return id -> Optional.ofNullable(prints.get(id));
    }

    private void printBridge(Path folder) {
        List<Path> files = SampleFiles.pictures(folder);
        List<Optional<ReusePrint>> bridge =
                files.stream().map(f -> pixels(f).flatMap(ReusePrint::of)).toList();
        Path first =
                files.stream()
                        .filter(f -> f.getFileName().toString().contains("original"))
                        .findFirst()
                        .orElse(files.get(0));
        int at = files.indexOf(first);
        System.out.println("bridge: every variant against " + first.getFileName());
        for (int i = 0; i < files.size(); i++) {
            if (i == at || bridge.get(i).isEmpty() || bridge.get(at).isEmpty()) {
                continue;
            }
            UUID id = new UUID(0, i);
            HashIndex one = new HashIndex();
            one.add(id, bridge.get(at).get());
            String answer =
                    new ReuseSearch(one)
                            .find(bridge.get(i).get(), x -> bridge.get(at)).stream()
                                    .map(hit -> hit.match().toString())
                                    .findFirst()
                                    .orElse("not found");
            System.out.printf("  %-40s %s%n", files.get(i).getFileName(), answer);
        }
    }

    private static Optional<Pixels> pixels(Path file) {
        if (EvidencePicture.open(SampleFiles.bytes(file)) instanceof Intake.Accepted accepted
                && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
            return Optional.of(decoded.pixels());
        }
        System.out.println("unreadable: " + file);
        return Optional.empty();
    }

    private static Optional<BufferedImage> image(Path name) {
        return SampleFiles.folder("images")
                .map(folder -> folder.resolve(name))
                .flatMap(ReuseTable::pixels)
                .map(ReuseTable::drawn);
    }

    private static BufferedImage drawn(Pixels pixels) {
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
