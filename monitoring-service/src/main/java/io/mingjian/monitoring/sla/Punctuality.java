package io.mingjian.monitoring.sla;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Counts the time that ran for tasks; it keeps nothing of its own. */
@ApplicationScoped
class Punctuality {
    /**
     * Who took over what was late already has a first day after the last one: nobody can be
     * punctual with that.
     */
    private static final String LEAD_TASKS =
            """
            select t.task as task, t.holder as holder,
              count(*) filter (where t.started_on <= t.due_on and t.ended_on <= t.due_on) as done_in_time,
              count(*) filter (where t.started_on <= t.due_on and t.ended_on > t.due_on) as done_late,
              count(*) filter (where t.started_on <= t.due_on and t.ended_on is null and t.due_on >= :today) as open,
              count(*) filter (where t.started_on <= t.due_on and t.ended_on is null and t.due_on < :today) as open_late,
              count(*) filter (where t.started_on > t.due_on) as taken_over_late
            from task_time t where\s""";

    /** Agencies' answers to instructions and to their amendments. */
    private static final String ANSWERS =
            """
            select t.holder as holder, t.started_on as started_on, t.ended_on as ended_on, t.superseded as superseded,
              count(*) as n
            from (select 'ACKNOWLEDGEMENT' as task, bureau, agency as holder, instruction_id, told_on as started_on,
                    answered_on as ended_on, superseded from answer_time) t
            where\s""";

    /** One task of one holder, counted. */
    record Count(
            String task,
            String holder,
            long doneInTime,
            long doneLate,
            long open,
            long openLate,
            long takenOverLate) {}

    /**
     * Instructions that were given to an agency on one day and answered on one day, or not yet.
     *
     * @param superseded on that day nobody waited for the answer any more, and there was none
     */
    record Answers(
            String agency,
            LocalDate toldOn,
            @Nullable LocalDate answeredOn,
            boolean superseded,
            long count) {}

    Uni<List<Count>> leadTasks(PunctualityFilter filter, LocalDate today) {
        Map<String, Object> values = filter.values();
        values.put("today", today);
        return read(LEAD_TASKS + filter.where() + " group by 1, 2 order by 1, 2", values)
                .map(rows -> rows.stream().map(Punctuality::count).toList());
    }

    Uni<List<Answers>> answers(PunctualityFilter filter) {
        return read(
                        ANSWERS + filter.where() + " group by 1, 2, 3, 4 order by 1, 2, 3, 4",
                        filter.values())
                .map(rows -> rows.stream().map(Punctuality::answers).toList());
    }

    private static Count count(Tuple row) {
        return new Count(
                row.get("task", String.class),
                row.get("holder", String.class),
                row.get("done_in_time", Long.class),
                row.get("done_late", Long.class),
                row.get("open", Long.class),
                row.get("open_late", Long.class),
                row.get("taken_over_late", Long.class));
    }

    private static Answers answers(Tuple row) {
        return new Answers(
                row.get("holder", String.class),
                row.get("started_on", LocalDate.class),
                row.get("ended_on", LocalDate.class),
                row.get("superseded", Boolean.class),
                row.get("n", Long.class));
    }

    private static Uni<List<Tuple>> read(String sql, Map<String, Object> values) {
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Tuple> query =
                                    session.createNativeQuery(sql, Tuple.class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        });
    }
}
