package io.mingjian.benchmarks.reading;

import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.c2pa.CredentialVerifier;
import io.mingjian.detection.c2pa.TrustLists;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaFacts;
import io.mingjian.detection.media.MediaFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Measures in a JVM of its own, with the libraries of the service and nothing else. Prints lines of
 * words parted by tabs; processor times are those of the one thread that reads.
 */
public final class Probe {
    private static final int SMALL = 256 << 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Probe() {}

    public static void main(String[] arguments) throws IOException, CertificateException {
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        switch (arguments[0]) {
            case "labels" -> labels(Path.of(rest.get(0)), number(rest, 1), number(rest, 2));
            case "credentials" -> credentials(rest);
            case "heap" -> heap(Path.of(rest.get(0)), number(rest, 1));
            case "film" -> film(Path.of(rest.get(0)), number(rest, 1));
            default -> throw new IllegalArgumentException("no such probe: " + arguments[0]);
        }
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    /** Decoding, and all labels beside it. */
    private static void labels(Path path, int warmUp, int rounds) throws IOException {
        byte[] file = Files.readAllBytes(path);
        long[] decoding = new long[rounds];
        long[] reading = new long[rounds];
        for (int i = -warmUp; i < rounds; i++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            EvidencePicture picture = ((Intake.Accepted) EvidencePicture.open(file)).picture();
            picture.pixels();
            long decoded = THREADS.getCurrentThreadCpuTime();
            AnalyzerPanel.LABELS.forEach(analyzer -> analyzer.analyze(picture));
            if (i >= 0) {
                decoding[i] = decoded - begun;
                reading[i] = THREADS.getCurrentThreadCpuTime() - decoded;
            }
        }
        say(millis(decoding, 50), millis(decoding, 95), millis(reading, 50), millis(reading, 95));
    }

    /** Warm-up, rounds, authorities in PEM, then files. */
    private static void credentials(List<String> words) throws IOException, CertificateException {
        CredentialVerifier verifier =
                new CredentialVerifier(
                        TrustLists.official().with(Files.readAllBytes(Path.of(words.get(2)))));
        for (String name : words.subList(3, words.size())) {
            byte[] file = Files.readAllBytes(Path.of(name));
            long[] spent = new long[number(words, 1)];
            for (int i = -number(words, 0); i < spent.length; i++) {
                long begun = THREADS.getCurrentThreadCpuTime();
                verifier.verify(ByteView.of(file));
                if (i >= 0) {
                    spent[i] = THREADS.getCurrentThreadCpuTime() - begun;
                }
            }
            say(name, millis(spent, 50));
        }
    }

    /** What the heap holds after a hundred, a thousand … files of a folder, read in turn. */
    private static void heap(Path folder, int most) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Probe::isSmall).sorted().toList();
        }
        int next = 100;
        for (int n = 1; n <= most; n++) {
            read(Files.readAllBytes(files.get(n % files.size())));
            if (n == next) {
                say(n, used() >> 10);
                next *= 10;
            }
        }
    }

    /** Ten thousand larger ones would take an hour and hold no more. */
    private static boolean isSmall(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() < SMALL;
    }

    private static void read(byte[] file) {
        if (EvidencePicture.open(file) instanceof Intake.Accepted accepted) {
            AnalyzerPanel.LABELS.forEach(analyzer -> analyzer.analyze(accepted.picture()));
        } else {
            MediaFile.open(ByteView.of(file)).ifPresent(Probe::labels);
        }
    }

    private static void labels(MediaFile file) {
        for (Analyzer analyzer : AnalyzerPanel.LABELS) {
            if (analyzer instanceof LabelReader reader) {
                reader.read(file);
            }
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The first reading of a JVM, and the median of many. */
    private static void film(Path path, int rounds) throws IOException {
        long[] facts = new long[rounds];
        long[] all = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            MediaFile film = MediaFile.open(ByteView.of(path)).orElseThrow();
            Objects.requireNonNull(MediaFacts.of(film));
            facts[i] = System.nanoTime() - begun;
            labels(film);
            all[i] = System.nanoTime() - begun;
        }
        say(facts[0] / 1e6, all[0] / 1e6, millis(all, 50));
    }

    private static double millis(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((sorted.length - 1) * (long) percent / 100)] / 1e6;
    }

    private static void say(Object... words) {
        System.out.println(String.join("\t", Arrays.stream(words).map(String::valueOf).toList()));
    }
}
