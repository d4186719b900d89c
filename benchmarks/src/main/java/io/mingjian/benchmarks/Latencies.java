package io.mingjian.benchmarks;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;

/** Durations in microseconds with three significant digits. */
final class Latencies {
    private final ConcurrentHistogram histogram = new ConcurrentHistogram(3);

    void add(long nanos) {
        histogram.recordValue(Math.max(1, nanos / 1000));
    }

    long count() {
        return histogram.getTotalCount();
    }

    Duration percentile(double percent) {
        return Duration.ofNanos(histogram.getValueAtPercentile(percent) * 1000);
    }

    String millis(double percent) {
        return String.format(Locale.ROOT, "%.1f ms", percentile(percent).toNanos() / 1e6);
    }
}
