package io.mingjian.detection.bank;

import io.mingjian.detection.finding.DataTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a picture matches too much too suddenly; the numbers are a table beside this class.
 *
 * @param matters more matters than this within the window
 * @param organisations more uploading organisations than this; 0 asks for none
 * @param factor more than so many times the average of the days before
 * @param window how far back one looks
 * @param before the time before the window with which it is compared
 * @param rest for so long after a release the same picture is left alone
 */
public record QuarantineLimits(
        int matters,
        int organisations,
        int factor,
        Duration window,
        Duration before,
        Duration rest) {

    /** As shipped. */
    public static final QuarantineLimits SHIPPED = read();

    public QuarantineLimits {
        if (matters < 1
                || organisations < 0
                || factor < 1
                || window.isZero()
                || window.isNegative()) {
            throw new IllegalArgumentException("limits of the quarantine are out of bounds");
        }
    }

    /**
     * Whether people should look at it before it weighs on. What came before is compared by the
     * window: a picture that always matched much is no surprise.
     */
    public boolean areExceededBy(Crowd crowd) {
        double windows = (double) crowd.counted().toSeconds() / window.toSeconds();
        double usual = crowd.former() / Math.max(1, windows);
        return crowd.matters() > matters
                && crowd.organisations() > organisations
                && crowd.matters() > factor * usual;
    }

    public Instant windowFrom(Instant now) {
        return now.minus(window);
    }

    public Instant beforeFrom(Instant now) {
        return windowFrom(now).minus(before);
    }

    public Instant restFrom(Instant now) {
        return now.minus(rest);
    }

    private static QuarantineLimits read() {
        Map<String, Integer> amounts =
                DataTable.rows(QuarantineLimits.class, "quarantine-limits.csv").stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> row.get(0), QuarantineLimits::amount));
        return new QuarantineLimits(
                of(amounts, "MATTERS"),
                of(amounts, "ORGANISATIONS"),
                of(amounts, "FACTOR"),
                Duration.ofHours(of(amounts, "WINDOW")),
                Duration.ofDays(of(amounts, "BEFORE")),
                Duration.ofDays(of(amounts, "REST")));
    }

    private static Integer amount(List<String> row) {
        return Integer.valueOf(row.get(1));
    }

    private static int of(Map<String, Integer> amounts, String name) {
        return Optional.ofNullable(amounts.get(name))
                .orElseThrow(() -> new IllegalStateException("no limit " + name));
    }
}
