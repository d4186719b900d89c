package io.mingjian.detection.outcome;

import io.mingjian.detection.finding.DataTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When scores are told to have moved; the numbers are a table beside this class.
 *
 * @param moved from so far up or down, on the scale of 0 to 1
 * @param leastForMedian pictures of a week below which its median says nothing
 * @param leastForP99 the same of its 99 % point
 * @param reference pictures that the first weeks must hold before others are compared with them
 * @param shown weeks that are shown
 * @param recent weeks of which the metric tells
 */
record DriftLimits(
        double moved, int leastForMedian, int leastForP99, int reference, int shown, int recent) {
    static final DriftLimits SHIPPED = read();

    DriftLimits {
        if (moved <= 0
                || leastForMedian < 1
                || leastForP99 < leastForMedian
                || reference < leastForP99
                || recent < 1
                || shown < recent) {
            throw new IllegalArgumentException("limits of drift are out of bounds");
        }
    }

    /** Pictures below which a point says nothing. */
    int least(DriftPoint point) {
        return switch (point) {
            case MEDIAN -> leastForMedian;
            case P99 -> leastForP99;
        };
    }

    private static DriftLimits read() {
        Map<String, String> amounts =
                DataTable.rows(DriftLimits.class, "drift-limits.csv").stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> row.get(0), DriftLimits::amount));
        return new DriftLimits(
                Double.parseDouble(of(amounts, "MOVED")),
                Integer.parseInt(of(amounts, "LEAST_MEDIAN")),
                Integer.parseInt(of(amounts, "LEAST_P99")),
                Integer.parseInt(of(amounts, "REFERENCE")),
                Integer.parseInt(of(amounts, "SHOWN")),
                Integer.parseInt(of(amounts, "RECENT")));
    }

    /** A number that nobody says where it comes from is refused. */
    private static String amount(List<String> row) {
        if (row.size() != 5 || row.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException("a limit of drift lacks a cell: " + row);
        }
        return row.get(1);
    }

    private static String of(Map<String, String> amounts, String name) {
        return Optional.ofNullable(amounts.get(name))
                .orElseThrow(() -> new IllegalStateException("no limit " + name));
    }
}
