package io.mingjian.detection.outcome;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.outcome.Drift.Scored;
import io.mingjian.detection.outcome.Drift.Series;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;

/**
 * Reads scores of undisputed photographs: pieces that calibrate ({@link Calibrations}) as
 * photographs. That nobody has flagged a piece does not make it one of them, because nobody may
 * have looked.
 */
@ApplicationScoped
class Drifts {
    private static final String SCORES =
            Calibrations.DECIDED
                    + """
                      select s.analyzer, s.version, s.channel, s.score, e.received_at
                        from analysis_score s
                        join decided d
                          on d.evidence_id = s.evidence_id
                         and d.voices = 1 and d.outcome = 'AUTHENTIC_PHOTO'
                        join evidence e on e.id = s.evidence_id
                      """;

    private final Clock clock;

    Drifts(Clock clock) {
        this.clock = clock;
    }

    Uni<List<Drift>> read() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(SCORES, Tuple.class).getResultList())
                .map(rows -> rows.stream().map(Drifts::scored).toList())
                .map(scores -> Drift.of(scores, LegalDay.today(clock), DriftLimits.SHIPPED));
    }

    private static Scored scored(Tuple row) {
        AnalyzerId by =
                new AnalyzerId(
                        row.get("analyzer", String.class), row.get("version", Integer.class));
        return new Scored(
                new Series(by, row.get("channel", String.class)),
                Rows.instant(row, "received_at"),
                row.get("score", Double.class));
    }
}
