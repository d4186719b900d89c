package io.mingjian.benchmarks;

import io.mingjian.benchmarks.label.Look;
import io.mingjian.benchmarks.label.NoLabels;
import io.mingjian.benchmarks.label.Photographs;
import io.mingjian.benchmarks.label.Share;
import io.mingjian.benchmarks.label.Wash;
import io.mingjian.detection.finding.Found;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often a label is counted that is none. */
final class WrongLabels {
    private final Look look;
    private final Path data;
    private final List<BufferedImage> photographs;

    WrongLabels(Look look, Path data, List<BufferedImage> photographs) {
        this.look = look;
        this.data = data;
        this.photographs = photographs;
    }

    void print(long seed) throws IOException {
        words(seed);
        collection();
    }

    /** Drawn pictures that hold the words of a label and carry none. */
    private void words(long seed) {
        List<NoLabels.Picture> pictures = NoLabels.all(seed, photographs);
        List<String> counted = new ArrayList<>();
        for (NoLabels.Picture picture : pictures) {
            look.counting(picture.file())
                    .ifPresent(found -> counted.add(picture.name() + ": " + told(found)));
        }
        Report.title("Words of a label that label nothing", "pictures", "counted", "which");
        Report.row(pictures.size(), counted.size(), String.join("; ", counted));
    }

    /** Every picture of the collection, as it is and at half size. */
    private void collection() throws IOException {
        Map<String, List<Path>> bySource = new TreeMap<>();
        for (Path file : Photographs.files(data)) {
            Path source = Photographs.folder(data).relativize(file.getParent());
            bySource.computeIfAbsent(source.toString(), key -> new ArrayList<>()).add(file);
        }
        Report.title(
                "Pictures of the collection, each as it is and at half size",
                "source",
                "pictures",
                "looks",
                "counted",
                "at most (95 %)",
                "which");
        Tally real = new Tally();
        for (Map.Entry<String, List<Path>> source : bySource.entrySet()) {
            Tally here = new Tally();
            for (Path file : source.getValue()) {
                count(file, here);
            }
            here.print(source.getKey());
            if (Photographs.isReal(source.getKey())) {
                real.add(here);
            }
        }
        real.print("all that a camera took");
    }

    private void count(Path file, Tally tally) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!Look.isTaken(bytes)) {
            System.out.println("not taken: " + file);
            return;
        }
        tally.pictures++;
        tally.look(file, look.counting(bytes));
        Optional<BufferedImage> image = Photographs.image(bytes);
        if (image.isPresent()) {
            tally.look(file, look.counting(Wash.HALF.of(image.get())));
        }
    }

    private static String told(Found found) {
        return found.code() + " “" + found.facts().get("text") + "”";
    }

    private static final class Tally {
        private int pictures;
        private int looks;
        private final List<String> counted = new ArrayList<>();

        private void look(Path file, Optional<Found> found) {
            looks++;
            found.ifPresent(f -> counted.add(file.getFileName() + " " + told(f)));
        }

        private void add(Tally other) {
            pictures += other.pictures;
            looks += other.looks;
            counted.addAll(other.counted);
        }

        private void print(String source) {
            double most = looks == 0 ? 1 : new Share(counted.size(), looks).atMost();
            Report.row(
                    source,
                    pictures,
                    looks,
                    counted.size(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * most),
                    String.join("; ", counted));
        }
    }
}
