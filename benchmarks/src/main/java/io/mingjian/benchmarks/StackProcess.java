package io.mingjian.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes that this one has started, by the part of the stack that each of them is. */
final class StackProcess {
    /** How the stack names each Java process that it starts; PostgreSQL is none. */
    private static final Pattern PART = Pattern.compile("-Dmingjian\\.process=(\\w+)");

    private StackProcess() {}

    static String name(ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        Matcher part = PART.matcher(line);
        if (part.find()) {
            return part.group(1);
        }
        return line.contains("postgres") ? "postgres" : "process " + process.pid();
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
