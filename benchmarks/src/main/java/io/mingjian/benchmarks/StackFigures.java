package io.mingjian.benchmarks;

import io.mingjian.stack.LocalStack;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.Memory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How long the stack needs until each part serves, first and again, and what it holds in memory.
 */
final class StackFigures {
    private StackFigures() {}

    static void print(StackOptions options) {
        LocalStack.forget(options);
        Report.title(
                "Start-up and memory of the stack",
                "figure",
                "first start (empty home)",
                "second start");
        long begun = System.nanoTime();
        LocalStack first = LocalStack.start(options);
        Duration cold = Duration.ofNanos(System.nanoTime() - begun);
        var coldParts = first.startTimes();
        first.close();
        begun = System.nanoTime();
        try (LocalStack second = LocalStack.start(options)) {
            Report.row(
                    "all ready",
                    seconds(cold),
                    seconds(Duration.ofNanos(System.nanoTime() - begun)));
            second.startTimes()
                    .forEach(
                            (part, time) ->
                                    Report.row(
                                            part + " ready",
                                            seconds(coldParts.getOrDefault(part, Duration.ZERO)),
                                            seconds(time)));
            memory();
        }
    }

    private static void memory() {
        Report.title("Memory, proportional set size", "process", "MiB");
        List<ProcessHandle> children =
                ProcessHandle.current()
                        .children()
                        .sorted(Comparator.comparingLong(ProcessHandle::pid))
                        .toList();
        long sum = 0;
        for (ProcessHandle child : children) {
            long size = Memory.proportional(child).orElse(0);
            sum += size;
            Report.row(StackProcess.name(child), size);
        }
        Report.row("**sum, without this measuring process**", sum);
    }

    private static String seconds(Duration time) {
        return String.format(java.util.Locale.ROOT, "%.1f s", time.toNanos() / 1e9);
    }
}
