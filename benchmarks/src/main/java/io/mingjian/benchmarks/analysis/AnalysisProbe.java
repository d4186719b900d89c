package io.mingjian.benchmarks.analysis;

import com.sun.management.OperatingSystemMXBean;
import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.analysis.Checkup;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.forensics.ExpertMap;
import io.mingjian.detection.forensics.SaturationMap;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.reuse.MemoryIndex;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Measures in a JVM of its own, with the libraries of the service and nothing else. Prints lines of
 * words parted by tabs. Processor times of single parts are those of the thread that looks; that of
 * OCR, which has threads of its own, and the sums are those of the whole process, compiler and
 * collector among it (the system counts those in steps of ten milliseconds).
 */
public final class AnalysisProbe {
    private static final String OCR = "visible-label";
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnalysisProbe() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        switch (arguments[0]) {
            case "parts" -> parts(number(rest, 0), number(rest, 1), files(rest, 2));
            case "sustained" -> sustained(number(rest, 0), number(rest, 1), files(rest, 2));
            case "heap" -> heap(number(rest, 0), Path.of(rest.get(1)));
            case "hash" -> hash(number(rest, 0), files(rest, 1));
            default -> throw new IllegalArgumentException("no such probe: " + arguments[0]);
        }
        System.exit(0);
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    private static List<byte[]> files(List<String> words, int from) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : words.subList(from, words.size())) {
            files.add(Files.readAllBytes(Path.of(name)));
        }
        return files;
    }

    // --- what each part costs -----------------------------------------------------------------

    private static void parts(int warmUp, int rounds, List<byte[]> files) {
        Map<String, List<Double>> spent = new LinkedHashMap<>();
        for (int i = -warmUp; i < rounds; i++) {
            Map<String, Double> parts = parts(files.get(Math.floorMod(i, files.size())));
            if (i >= 0) {
                parts.forEach(
                        (part, ms) -> spent.computeIfAbsent(part, p -> new ArrayList<>()).add(ms));
            }
        }
        spent.forEach((part, all) -> say(part, percentile(all, 50), percentile(all, 95)));
    }

    private static Map<String, Double> parts(byte[] file) {
        Map<String, Double> parts = new LinkedHashMap<>();
        long begun = SYSTEM.getProcessCpuTime();
        long at = THREADS.getCurrentThreadCpuTime();
        EvidencePicture picture = opened(file);
        Pixels pixels = pixels(picture);
        at = note(parts, "open and decode", at);
        for (Analyzer analyzer : AnalyzerPanel.ALL) {
            long before = SYSTEM.getProcessCpuTime();
            analyzer.analyze(picture);
            at = note(parts, analyzer.id().name(), at);
            if (analyzer.id().name().equals(OCR)) {
                parts.put(OCR, (SYSTEM.getProcessCpuTime() - before) / 1e6);
            }
        }
        ReusePrint.of(pixels);
        at = note(parts, "print for reuse", at);
        SaturationMap.png(picture);
        note(parts, "heat-map", at);
        double all = (SYSTEM.getProcessCpuTime() - begun) / 1e6;
        parts.put("all without OCR", all - parts.getOrDefault(OCR, 0.0));
        parts.put("all", all);
        return parts;
    }

    private static long note(Map<String, Double> parts, String part, long since) {
        long now = THREADS.getCurrentThreadCpuTime();
        parts.put(part, (now - since) / 1e6);
        return now;
    }

    private static EvidencePicture opened(byte[] file) {
        return ((Intake.Accepted) EvidencePicture.open(file)).picture();
    }

    private static Pixels pixels(EvidencePicture picture) {
        return ((Decoding.Decoded) picture.pixels()).pixels();
    }

    // --- how many a second --------------------------------------------------------------------

    /** Everything but OCR and the database: look, print, search among those before, explain. */
    private static void sustained(int threads, int seconds, List<byte[]> files)
            throws InterruptedException {
        Checkup checkup = new Checkup(withoutOcr());
        MemoryIndex index = new MemoryIndex();
        Map<UUID, ReusePrint> prints = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(5, seconds / 6));
        long end = warm + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            pool.execute(
                    () -> {
                        while (System.nanoTime() < end) {
                            int number = next.getAndIncrement();
                            one(
                                    checkup,
                                    files.get(number % files.size()),
                                    index,
                                    prints,
                                    number < files.size());
                            if (System.nanoTime() > warm) {
                                done.incrementAndGet();
                            }
                        }
                    });
        }
        pool.shutdown();
        if (!pool.awaitTermination(seconds + 120L, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the last pictures take too long");
        }
        double took = (System.nanoTime() - warm) / 1e9;
        say(done.get(), took, done.get() / took);
    }

    private static void one(
            Checkup checkup,
            byte[] file,
            MemoryIndex index,
            Map<UUID, ReusePrint> prints,
            boolean first) {
        Checkup.Looked looked = checkup.look(ByteView.of(file));
        looked.shown()
                .forEach(
                        shown -> {
                            ReusePrint print = shown.print();
                            new ReuseSearch(index).find(print, ids -> prints);
                            if (first) {
                                UUID id = UUID.randomUUID();
                                prints.put(id, print);
                                index.add(id, print.gist());
                            }
                        });
        Checkup.explain(looked.report(), List.of(), Checkup.Given.ALONE);
    }

    private static List<Analyzer> withoutOcr() {
        return AnalyzerPanel.ALL.stream()
                .filter(analyzer -> !analyzer.id().name().equals(OCR))
                .toList();
    }

    // --- memory -------------------------------------------------------------------------------

    /** What the heap holds after so many pictures, behind a collection; OCR at every twentieth. */
    private static void heap(int most, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        Checkup whole = new Checkup(AnalyzerPanel.ALL);
        Checkup quick = new Checkup(withoutOcr());
        for (int n = 1; n <= most; n++) {
            ByteView file = ByteView.of(Files.readAllBytes(files.get(n % files.size())));
            Checkup.Looked looked = (n % 20 == 0 ? whole : quick).look(file);
            Checkup.explain(looked.report(), List.of(), Checkup.Given.ALONE);
            if (n == most / 10 || n == most / 2 || n == most) {
                say(n, used() >> 10, resident());
            }
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** KiB that the process holds, native memory among it. */
    private static long resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    // --- beside others ------------------------------------------------------------------------

    /** The PDQ hash alone, of decoded pixels; and two maps, from decoded pixels to PNG. */
    private static void hash(int rounds, List<byte[]> files) {
        List<Double> decoding = new ArrayList<>();
        List<Double> hashing = new ArrayList<>();
        List<Double> mapping = new ArrayList<>();
        List<Double> levelling = new ArrayList<>();
        for (int i = -rounds; i < rounds; i++) {
            EvidencePicture picture = opened(files.get(Math.floorMod(i, files.size())));
            long begun = THREADS.getCurrentThreadCpuTime();
            Pixels pixels = pixels(picture);
            long decoded = THREADS.getCurrentThreadCpuTime();
            ReusePrint.pdq(pixels);
            long hashed = THREADS.getCurrentThreadCpuTime();
            SaturationMap.png(picture);
            long mapped = THREADS.getCurrentThreadCpuTime();
            ExpertMap.ELA.png(picture);
            long levelled = THREADS.getCurrentThreadCpuTime();
            if (i >= 0) {
                decoding.add((decoded - begun) / 1e6);
                hashing.add((hashed - decoded) / 1e6);
                mapping.add((mapped - hashed) / 1e6);
                levelling.add((levelled - mapped) / 1e6);
            }
        }
        say("decode", percentile(decoding, 50));
        say("hash", percentile(hashing, 50));
        say("saturation", percentile(mapping, 50));
        say("ela", percentile(levelling, 50));
        for (byte[] file : files) {
            say("pdq", ReusePrint.pdq(pixels(opened(file))));
        }
    }

    private static double percentile(List<Double> all, int percent) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private static void say(Object... words) {
        System.out.println(String.join("\t", Arrays.stream(words).map(String::valueOf).toList()));
    }
}
