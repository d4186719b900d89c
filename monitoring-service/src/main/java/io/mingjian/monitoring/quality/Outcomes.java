package io.mingjian.monitoring.quality;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.RuleFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What each disposal code says about the finding; data of {@code quality/outcomes.yaml}. */
final class Outcomes {
    static final Outcomes SHIPPED =
            new Outcomes(RuleFile.read("/quality/outcomes.yaml", Row.class));

    /** One line of the file. */
    record Row(String code, Outcome outcome, String basis, LimitStatus status) {}

    private final List<Row> rows;

    Outcomes(List<Row> rows) {
        this.rows = rows;
    }

    List<Row> rows() {
        return rows;
    }

    Set<String> codes() {
        return rows.stream().map(Row::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The outcome of a lead. One that is not closed has none: the city has not confirmed it. */
    String sql() {
        return rows.stream()
                .map(row -> "when '%s' then '%s'".formatted(row.code(), row.outcome()))
                .collect(
                        Collectors.joining(
                                " ",
                                "case when l.state = 'CLOSED' then case l.disposal_code ",
                                " end end"));
    }
}
