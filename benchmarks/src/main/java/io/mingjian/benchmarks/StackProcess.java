package io.mingjian.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The processes that this one has started, by the part of the stack that each of them is. */
final class StackProcess {
    private static final List<String> PARTS =
            List.of(
                    "registry",
                    "detection",
                    "monitoring",
                    "gateway",
                    "kafka",
                    "keycloak",
                    "postgres");

    private StackProcess() {}

    static String name(ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        return PARTS.stream()
                .filter(line::contains)
                .findFirst()
                .orElseGet(() -> "process " + process.pid());
    }

    /** Processor time used so far by each part and by this process, which presses. */
    static Map<String, Duration> processorTimes() {
        Map<String, Duration> times = new LinkedHashMap<>();
        ProcessHandle.current()
                .children()
                .forEach(
                        child ->
                                Stream.concat(Stream.of(child), child.descendants())
                                        .forEach(
                                                each ->
                                                        times.merge(
                                                                name(child),
                                                                processorTime(each),
                                                                Duration::plus)));
        times.put("load generator", processorTime(ProcessHandle.current()));
        return times;
    }

    private static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
