package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.sla.Punctuality.Answers;
import io.mingjian.monitoring.sla.SlaViews.TaskCount;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How punctual agencies answer instructions. Their due dates are not kept; they follow from the day
 * on which an agency was told and the calendar that is known now.
 */
final class AnswerTime {
    static final String TASK = "ACKNOWLEDGEMENT";

    private AnswerTime() {}

    /** One line per agency. */
    static List<TaskCount> of(
            SlaTask task,
            List<Answers> answers,
            Function<LocalDate, Optional<LegalLimit>> limit,
            Moment now) {
        Map<String, long[]> byAgency = new LinkedHashMap<>();
        for (Answers each : answers) {
            limit.apply(each.toldOn())
                    .map(row -> LegalClock.started(row, each.toldOn()).due(now.calendar()).date())
                    .filter(due -> counts(each, due))
                    .ifPresent(
                            due ->
                                    byAgency.computeIfAbsent(each.agency(), agency -> new long[4])[
                                                    kind(each, due, now.day())] +=
                                            each.count());
        }
        return byAgency.entrySet().stream()
                .map(
                        each ->
                                TaskCount.of(
                                        task.task(),
                                        task.zh(),
                                        each.getKey(),
                                        each.getValue()[0],
                                        each.getValue()[1],
                                        each.getValue()[2],
                                        each.getValue()[3],
                                        0))
                .toList();
    }

    /** What was asked of an agency otherwise before its time was over says nothing about it. */
    private static boolean counts(Answers each, LocalDate due) {
        LocalDate on = each.answeredOn();
        return !each.superseded() || on != null && on.isAfter(due);
    }

    /** Done in time, done late, open, open and late: 0 to 3. */
    private static int kind(Answers each, LocalDate due, LocalDate today) {
        LocalDate on = each.answeredOn();
        if (on == null) {
            return today.isAfter(due) ? 3 : 2;
        }
        return on.isAfter(due) ? 1 : 0;
    }
}
