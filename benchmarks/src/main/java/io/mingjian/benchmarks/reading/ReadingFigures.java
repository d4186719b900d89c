package io.mingjian.benchmarks.reading;

import io.mingjian.benchmarks.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What reading a file costs: labels beside decoding, credentials beside the native reference tool,
 * the heap after many files, a film without decoding it. Needs no stack.
 */
public final class ReadingFigures {
    private static final String REFERENCE = "c2pa-python==0.38.1";
    private static final int ROUNDS = 50;
    private static final int WARM_UP = 30;
    private static final int CREDENTIAL_ROUNDS = 40;
    private static final int CREDENTIAL_WARM_UP = 40;
    private static final int FILES = 10_000;
    private static final int FILM_BYTES = 50_000_000;
    private static final int COLD_STARTS = 7;

    private final Path root;
    private final Path work;
    private final Optional<Path> samples;

    /** The data are the collection of samples, which need not be there. */
    public ReadingFigures(Path root, Path data) {
        this.root = root;
        this.work = root.resolve("benchmarks/target/reading");
        this.samples = Optional.of(data.resolve("labels")).filter(Files::isDirectory);
    }

    public void print() throws IOException, InterruptedException {
        Files.createDirectories(work);
        labels();
        if (samples.isPresent()) {
            credentials(samples.get());
            heap(samples.get());
        } else {
            System.out.println("\nno sample folder (set MINGJIAN_DATA): no credentials, no heap");
        }
        film();
    }

    /** Credentials beside the reference tool alone; nothing without the samples. */
    public void printCredentials() throws IOException, InterruptedException {
        Files.createDirectories(work);
        if (samples.isPresent()) {
            credentials(samples.get());
        } else {
            System.out.println("\nno sample folder (set MINGJIAN_DATA): no credentials");
        }
    }

    // --- labels beside decoding ---------------------------------------------------------------

    private void labels() throws IOException, InterruptedException {
        Report.title(
                "Labels of a JPEG of 12 megapixels, processor time",
                "file",
                "decoding p50",
                "p95",
                "labels p50",
                "p95",
                "target");
        label("with a label in XMP", Drawn.labelled());
        if (samples.isPresent()) {
            byte[] signed = Files.readAllBytes(samples.get().resolve("real/c2pars-C.jpg"));
            label("with a label and credentials", Drawn.withCredentialsOf(signed));
        }
    }

    private void label(String name, byte[] jpeg) throws IOException, InterruptedException {
        Path file = Files.write(work.resolve("picture.jpg"), jpeg);
        String[] said = probe("labels", file, WARM_UP, ROUNDS).get(0);
        Report.row(
                name, ms(said[0]), ms(said[1]), ms(said[2]), ms(said[3]), "60 ms beyond decoding");
    }

    // --- credentials beside the reference tool ------------------------------------------------

    private void credentials(Path labels) throws IOException, InterruptedException {
        Path anchors = anchors(labels);
        List<Path> files = signed(labels);
        Map<String, Double> ours = credentials(CREDENTIAL_WARM_UP, anchors, files);
        Map<String, Double> theirs = reference(anchors, files);
        List<Double> ratios = new ArrayList<>();
        double sum = 0;
        double referenceSum = 0;
        for (Map.Entry<String, Double> each : theirs.entrySet()) {
            double own = ours.getOrDefault(each.getKey(), Double.NaN);
            ratios.add(own / each.getValue());
            sum += own;
            referenceSum += each.getValue();
        }
        ratios.sort(null);
        Report.title(
                "Credentials of %d public files, processor time of one reading"
                        .formatted(theirs.size()),
                "figure",
                "this service",
                REFERENCE,
                "ratio",
                "target");
        Report.row("all files once", ms(sum), ms(referenceSum), ratio(sum / referenceSum), "2");
        Report.row("ratio of a file, median", "", "", ratio(ratios.get(ratios.size() / 2)), "2");
        Report.row("ratio of a file, largest", "", "", ratio(ratios.get(ratios.size() - 1)), "");
    }

    private Path anchors(Path labels) throws IOException {
        StringBuilder pem = new StringBuilder();
        for (String list :
                List.of(
                        "C2PA-TRUST-LIST.pem",
                        "C2PA-TSA-TRUST-LIST.pem",
                        "test_cert_root_bundle.pem")) {
            pem.append(Files.readString(labels.resolve("trust").resolve(list))).append('\n');
        }
        return Files.writeString(work.resolve("anchors.pem"), pem);
    }

    private static List<Path> signed(Path labels) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> real = Files.list(labels.resolve("real"))) {
            for (Path file : real.sorted().toList()) {
                boolean known = file.toString().matches(".*\\.(jpg|png|webp|mp4|pdf|heic|avif)");
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (known && text.contains("jumb") && text.contains("c2pa")) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private Map<String, Double> credentials(int warmUp, Path anchors, List<Path> files)
            throws IOException, InterruptedException {
        List<Object> words = new ArrayList<>(List.of("credentials", warmUp, CREDENTIAL_ROUNDS));
        words.add(anchors);
        words.addAll(files);
        Map<String, Double> millis = new LinkedHashMap<>();
        probe(words.toArray()).forEach(line -> millis.put(line[0], Double.valueOf(line[1])));
        return millis;
    }

    /** The reference tool comes from the package index, into a place of its own. */
    private Map<String, Double> reference(Path anchors, List<Path> files)
            throws IOException, InterruptedException {
        Path python = work.resolve("python/bin/python");
        if (!Files.exists(python)) {
            Programs.run("python3", "-m", "venv", work.resolve("python"));
        }
        Programs.run(python, "-m", "pip", "install", "--quiet", REFERENCE);
        List<Object> words = new ArrayList<>();
        words.add(python);
        words.add(root.resolve("benchmarks/reference/credentials.py"));
        words.addAll(List.of(CREDENTIAL_WARM_UP, CREDENTIAL_ROUNDS, anchors));
        words.addAll(files);
        Map<String, Double> millis = new LinkedHashMap<>();
        Programs.run(words.toArray()).forEach(line -> millis.put(line[0], Double.valueOf(line[1])));
        return millis;
    }

    // --- heap ---------------------------------------------------------------------------------

    private void heap(Path labels) throws IOException, InterruptedException {
        Report.title(
                "Heap in use behind a collection, files of every kind in turn", "files", "KiB");
        probe("heap", labels, FILES).forEach(line -> Report.row(line[0], line[1]));
    }

    // --- a film -------------------------------------------------------------------------------

    private void film() throws IOException, InterruptedException {
        Path film = Drawn.film(work.resolve("film.mp4"), FILM_BYTES);
        List<Double> facts = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            String[] said = probe("film", film, ROUNDS).get(0);
            facts.add(Double.valueOf(said[0]));
            first.add(Double.valueOf(said[1]));
            later.add(Double.valueOf(said[2]));
        }
        facts.sort(null);
        first.sort(null);
        later.sort(null);
        Report.title(
                "What a film of 50 MB says about itself, without decoding it",
                "reading",
                "time",
                "target");
        Report.row("facts, the first of a new JVM, median of " + COLD_STARTS, ms(facts), "300 ms");
        Report.row("facts and all labels, the first of a new JVM", ms(first), "");
        Report.row("facts and all labels, a later one, median", ms(later), "300 ms");
    }

    private List<String[]> probe(Object... words) throws IOException, InterruptedException {
        Path app = root.resolve("detection-service/target/quarkus-app");
        List<Object> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java"));
        // As ./mingjian read starts.
        command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp"));
        command.add(
                String.join(
                        ":",
                        root.resolve("benchmarks/target/classes").toString(),
                        app + "/app/*",
                        app + "/lib/main/*",
                        app + "/lib/boot/*"));
        command.add(Probe.class.getName());
        command.addAll(List.of(words));
        return Programs.run(command.toArray());
    }

    private static String ms(List<Double> sorted) {
        return ms(sorted.get(sorted.size() / 2).toString());
    }

    private static String ms(String millis) {
        return ms(Double.parseDouble(millis));
    }

    private static String ms(double millis) {
        return "%.1f ms".formatted(millis);
    }

    private static String ratio(double value) {
        return "%.2f".formatted(value);
    }
}
