package io.mingjian.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mingjian.acceptance.picture.Mug;
import io.mingjian.benchmarks.label.Look;
import io.mingjian.benchmarks.label.Wash;
import io.mingjian.detection.media.EvidencePicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What a look at 12 megapixels costs: processor time of all threads, decoding apart; memory. */
final class VisibleLabelCost {
    private static final double WIDTH = 4_000;
    private static final int PICTURES = 20;
    private static final int WARM_UP = 5;

    private VisibleLabelCost() {}

    static void print(Look look, long seed) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < WARM_UP + PICTURES; i++) {
            BufferedImage scene = Mug.photographed(seed + i);
            files.add(Wash.JPEG_85.of(Wash.scaled(scene, WIDTH / scene.getWidth())));
        }
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = residentMib();
        List<Double> processor = new ArrayList<>();
        List<Double> clock = new ArrayList<>();
        for (byte[] file : files) {
            EvidencePicture picture = Look.opened(file);
            picture.pixels();
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            look.at(picture);
            processor.add((system.getProcessCpuTime() - cpu) / 1e6);
            clock.add((System.nanoTime() - wall) / 1e6);
        }
        Report.title(
                PICTURES + " pictures of 12 megapixels, decoding apart, ms",
                "",
                "the first of all",
                "median",
                "longest");
        row("processor time of all threads", processor);
        row("on the clock", clock);
        Report.title("Resident memory of this process, MiB", "before the first", "after the last");
        Report.row(before, residentMib());
    }

    private static void row(String what, List<Double> all) {
        List<Double> warm = new ArrayList<>(all.subList(WARM_UP, all.size()));
        Collections.sort(warm);
        Report.row(what, all.get(0), warm.get(warm.size() / 2), warm.get(warm.size() - 1));
    }

    private static long residentMib() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }
}
