package io.mingjian.monitoring.board;

import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.lead.LeadState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Counts leads by state. Open ones are counted in the indexes that hold nothing else; those at an
 * end were counted when they got there.
 */
@ApplicationScoped
class BoardCounts {
    /** As the indexes say it; a test keeps it in step with the ends of the lifecycle. */
    static final String OPEN = "l.state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED')";

    static final String FOLD =
            """
            with fresh as (
              delete from lead_ended_fresh where id in (
                select id from lead_ended_fresh order by id limit 10000 for update skip locked)
              returning bureau, instruction_id, agency, district_organisation, state, n)
            insert into lead_ended (bureau, instruction_id, agency, district_organisation, state, n)
            select bureau, instruction_id, agency, district_organisation, state, sum(n)
            from fresh group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
            on conflict (bureau, instruction_id, agency, district_organisation, state)
              do update set n = lead_ended.n + excluded.n
            """;

    /**
     * Leads of one state within one group.
     *
     * @param since when the oldest came into its state
     * @param submitted when the oldest was handed in
     * @param nextDue the first due date from today on
     */
    record Cell(
            String group,
            LeadState state,
            long count,
            @Nullable Instant since,
            @Nullable Instant submitted,
            long overdue,
            @Nullable LocalDate nextDue) {}

    Uni<List<Cell>> cells(BoardFilter filter, LocalDate today) {
        Map<String, Object> values = filter.values();
        values.put("today", today);
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Tuple> query =
                                    session.createNativeQuery(sql(filter), Tuple.class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(BoardCounts::cell).toList());
    }

    static String sql(BoardFilter filter) {
        return "select "
                + filter.key()
                + " as grp, l.state as state, count(*) as n, min(l.state_since) as since,"
                + " min(l.submitted_at) as submitted, count(*) filter (where l.due_on < :today) as overdue,"
                + " min(l.due_on) filter (where l.due_on >= :today) as next_due"
                + " from lead l"
                + filter.join()
                + " where "
                + filter.where()
                + " and "
                + OPEN
                + " group by 1, 2 union all select "
                + filter.key()
                + ", l.state, cast(sum(l.n) as bigint), cast(null as timestamptz), cast(null as timestamptz),"
                + " cast(0 as bigint), cast(null as date)"
                + " from (select bureau, instruction_id, agency, district_organisation as holder, state, n"
                + " from lead_ended"
                + " union all select bureau, instruction_id, agency, district_organisation, state, n"
                + " from lead_ended_fresh) l"
                + filter.join()
                + " where "
                + filter.where()
                + " group by 1, 2 having sum(l.n) <> 0 order by 1, 2";
    }

    /**
     * Adds fresh counts to the kept ones. What another replica folds at the moment is left to it.
     */
    Uni<Integer> fold() {
        return Sessions.current().chain(session -> session.createNativeQuery(FOLD).executeUpdate());
    }

    private static Cell cell(Tuple row) {
        return new Cell(
                row.get("grp", String.class),
                LeadState.valueOf(row.get("state", String.class)),
                row.get("n", Long.class),
                Rows.optionalInstant(row, "since"),
                Rows.optionalInstant(row, "submitted"),
                row.get("overdue", Long.class),
                row.get("next_due", LocalDate.class));
    }
}
