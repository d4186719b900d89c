package io.mingjian.detection.outcome;

import io.mingjian.detection.outcome.Calibration.Count;
import io.mingjian.detection.outcome.Calibration.Totals;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;

/**
 * Counts signals among pieces whose outcome stands, says something and rests on more than this
 * suite's own readings. A piece about which such outcomes disagree is left out and counted.
 */
@ApplicationScoped
class Calibrations {
    /** Pieces that calibrate, with what they are when all voices agree. */
    static final String DECIDED =
            """
            with decided as (
              select evidence_id, min(outcome) as outcome, count(distinct outcome) as voices
                from evidence_outcome
               where withdrawn_at is null and independent and outcome <> 'UNDETERMINED'
               group by evidence_id)
            """;

    private static final String TOTALS =
            DECIDED
                    + """
                      select count(*) filter (where voices = 1 and outcome = 'GENERATED') as generated,
                             count(*) filter (where voices = 1 and outcome = 'ALTERED') as altered,
                             count(*) filter (where voices = 1 and outcome = 'REUSED') as reused,
                             count(*) filter (where voices = 1 and outcome = 'AUTHENTIC_PHOTO') as ordinary,
                             count(*) filter (where voices > 1) as disagreeing
                        from decided d
                       where exists (select 1 from indication i where i.evidence_id = d.evidence_id)
                      """;

    /**
     * The body as JSON that the database takes: what an earlier release read in a file may hold an
     * escaped null character. A backslash that is escaped itself begins no escape, so such pairs
     * are set aside meanwhile, under a character that stands in no JSON as it is.
     */
    private static final String BODY =
            """
            cast(replace(replace(replace(l.body,
              '\\\\', chr(1)), '\\u0000', '\\ufffd'), chr(1), '\\\\') as jsonb)
            """;

    private static final String COUNTS =
            DECIDED
                    + """
                      , latest as (
                        select distinct on (i.evidence_id) i.evidence_id, d.outcome, i.body
                          from indication i
                          join decided d on d.evidence_id = i.evidence_id and d.voices = 1
                         order by i.evidence_id, i.revision desc)
                      , seen as (
                        select distinct l.evidence_id, l.outcome, signal ->> 'code' as code
                          from latest l
                         cross join lateral jsonb_array_elements(
                      """
                    + BODY
                    + """
                               -> 'lines') as line (signal))
                      select code,
                             count(*) filter (where outcome in ('GENERATED', 'ALTERED')) as made,
                             count(*) filter (where outcome = 'REUSED') as reused,
                             count(*) filter (where outcome = 'AUTHENTIC_PHOTO') as ordinary
                        from seen group by code order by code
                      """;

    /** All that the figures are made of. */
    Uni<Calibration> read() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TOTALS, Tuple.class)
                                        .getSingleResult()
                                        .map(Calibrations::totals)
                                        .chain(
                                                totals ->
                                                        session.createNativeQuery(
                                                                        COUNTS, Tuple.class)
                                                                .getResultList()
                                                                .map(
                                                                        rows ->
                                                                                new Calibration(
                                                                                        totals,
                                                                                        counts(
                                                                                                rows)))));
    }

    private static Totals totals(Tuple row) {
        return new Totals(
                number(row, "generated"),
                number(row, "altered"),
                number(row, "reused"),
                number(row, "ordinary"),
                number(row, "disagreeing"));
    }

    private static List<Count> counts(List<Tuple> rows) {
        return rows.stream()
                .map(
                        row ->
                                new Count(
                                        row.get("code", String.class),
                                        number(row, "made"),
                                        number(row, "reused"),
                                        number(row, "ordinary")))
                .toList();
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Long.class);
    }
}
