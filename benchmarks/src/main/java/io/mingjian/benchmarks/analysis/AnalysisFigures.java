package io.mingjian.benchmarks.analysis;

import io.mingjian.benchmarks.Report;
import io.mingjian.benchmarks.reading.Programs;
import io.mingjian.benchmarks.reading.ReadingFigures;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a whole analysis costs without a stack: processor time of each part, pictures a second,
 * memory after many, and beside others' programs: hash and map on the same pictures, content
 * credentials on the public files of {@code benchmarks/run reading}.
 */
public final class AnalysisFigures {
    private static final List<String> PEERS =
            List.of("pdqhash==0.2.8", "numpy==2.4.6", "pillow==13.0.0");
    private static final long SEED = 8;
    private static final int PICTURES = 8;
    private static final int SMALL = 200;
    private static final int CORES = 2;

    private final Path root;
    private final Path data;
    private final Path work;
    private final int many;
    private final int seconds;

    /**
     * Figures.
     *
     * @param many pictures after which the memory is looked at
     * @param seconds for which pictures a second are counted
     */
    public AnalysisFigures(Path root, Path data, int many, int seconds) {
        this.root = root;
        this.data = data;
        this.work = root.resolve("benchmarks/target/analysis");
        this.many = many;
        this.seconds = seconds;
    }

    public void print() throws IOException, InterruptedException {
        List<Path> files = Heavy.written(work.resolve("heavy"), data, PICTURES, SEED);
        parts(files);
        sustained(files);
        peers(files);
        memory();
    }

    private void parts(List<Path> files) throws IOException, InterruptedException {
        int rounds = Math.max(PICTURES, Math.min(40, seconds));
        List<Object> words = new ArrayList<>(List.of("parts", rounds, rounds));
        words.addAll(files);
        Report.title(
                "One analysis of a JPEG of 4000 × 3000, %.1f MB in the mean, %d rounds, processor time"
                        .formatted(megabytes(files), rounds),
                "part",
                "p50",
                "p95",
                "target");
        for (String[] said : probe(words)) {
            String target = said[0].equals("all without OCR") ? "1,000 ms" : "";
            Report.row(said[0], ms(said[1]), ms(said[2]), target);
        }
    }

    private void sustained(List<Path> files) throws IOException, InterruptedException {
        List<Object> words = new ArrayList<>(List.of("sustained", CORES, seconds));
        words.addAll(files);
        String[] said = probe(words).get(0);
        Report.title(
                "Pictures of 12 megapixels a second on %d cores, without OCR and database, for %d s"
                        .formatted(CORES, seconds),
                "pictures",
                "a second",
                "target");
        Report.row(said[0], "%.2f".formatted(Double.parseDouble(said[2])), "3");
    }

    // --- beside others ------------------------------------------------------------------------

    private void peers(List<Path> files) throws IOException, InterruptedException {
        int rounds = Math.max(PICTURES, Math.min(24, seconds));
        List<Object> words = new ArrayList<>(List.of("hash", rounds));
        words.addAll(files);
        List<String[]> ours = probe(words);
        List<Object> command = new ArrayList<>();
        command.add(python());
        command.add(root.resolve("benchmarks/reference/pictures.py"));
        command.add(rounds);
        command.addAll(files);
        List<String[]> theirs = Programs.run(command.toArray());
        Report.title(
                "The same pictures in others' programs, processor time, median",
                "step",
                "this service",
                "other",
                "");
        Report.row("decode", ms(of("decode", ours)), ms(of("decode", theirs)), "Pillow");
        Report.row("PDQ hash", ms(of("hash", ours)), ms(of("hash", theirs)), PEERS.get(0));
        Report.row(
                "error-level map (JPEG 90, cells of 4 pixels), to PNG",
                ms(of("ela", ours)),
                ms(of("ela", theirs)),
                "the same map by a script on Pillow, written for this");
        Report.row("saturation map, to PNG", ms(of("saturation", ours)), "", "no peer");
        Report.row(
                "differing bits of the PDQ hash, at most, of 256",
                differing(ours, theirs),
                "",
                "31 is the same picture");
        new ReadingFigures(root, data).printCredentials();
    }

    private static String of(String name, List<String[]> said) {
        return said.stream().filter(line -> line[0].equals(name)).findFirst().orElseThrow()[1];
    }

    private static int differing(List<String[]> ours, List<String[]> theirs) {
        List<BigInteger> own = hashes(ours);
        List<BigInteger> other = hashes(theirs);
        int most = 0;
        for (int i = 0; i < own.size(); i++) {
            most = Math.max(most, own.get(i).xor(other.get(i)).bitCount());
        }
        return most;
    }

    private static List<BigInteger> hashes(List<String[]> said) {
        return said.stream()
                .filter(line -> line[0].equals("pdq"))
                .map(line -> new BigInteger(line[1], 16))
                .toList();
    }

    /** Others' programs come from the package index, into a place of their own. */
    private Path python() throws IOException, InterruptedException {
        Path python = work.resolve("python/bin/python");
        if (!Files.exists(python)) {
            Programs.run("python3", "-m", "venv", work.resolve("python"));
        }
        List<Object> command = new ArrayList<>(List.of(python, "-m", "pip", "install", "--quiet"));
        command.addAll(PEERS);
        Programs.run(command.toArray());
        return python;
    }

    // --- memory -------------------------------------------------------------------------------

    private void memory() throws IOException, InterruptedException {
        Path folder = work.resolve("small");
        Heavy.small(folder, SMALL);
        Report.title(
                "Memory behind a collection, pictures of 640 × 480 in turn, OCR at every twentieth",
                "pictures",
                "heap",
                "process");
        for (String[] said : probe(List.of("heap", many, folder))) {
            Report.row(said[0], said[1] + " KiB", said[2] + " KiB");
        }
    }

    private List<String[]> probe(List<Object> words) throws IOException, InterruptedException {
        Path app = root.resolve("detection-service/target/quarkus-app");
        List<Object> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java"));
        command.addAll(
                List.of(
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:ActiveProcessorCount=" + CORES,
                        "-Djava.awt.headless=true",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp"));
        command.add(
                Stream.of(
                                root.resolve("benchmarks/target/classes").toString(),
                                app + "/app/*",
                                app + "/lib/main/*",
                                app + "/lib/boot/*")
                        .reduce((one, other) -> one + ":" + other)
                        .orElseThrow());
        command.add(AnalysisProbe.class.getName());
        command.addAll(words);
        return Programs.run(command.toArray());
    }

    private static double megabytes(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).average().orElse(0) / 1e6;
    }

    private static String ms(String millis) {
        return "%.1f ms".formatted(Double.parseDouble(millis));
    }
}
