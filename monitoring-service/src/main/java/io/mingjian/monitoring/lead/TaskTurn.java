package io.mingjian.monitoring.lead;

import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.clock.RunningClocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step made a task's time begin or end for somebody. When the bureau that works on a lead changes
 * while a clock runs on, the time of the one ends and that of the other begins, so that a lateness
 * stays with whom it belongs to.
 *
 * @param holder whose time it is
 * @param from for a beginning, the first day of the clock, or the day of the change of hands
 * @param dueOn by the calendar of that moment
 */
record TaskTurn(Kind kind, LeadLimit task, String holder, LocalDate from, LocalDate dueOn) {
    /** What happened to the time. */
    enum Kind {
        BEGINS,
        ENDS
    }

    /** What a step did; the lead is as it is after the step. */
    static List<TaskTurn> between(
            Lead lead,
            RunningClocks before,
            @Nullable String heldBefore,
            List<ClockAction> actions,
            Moment moment) {
        Set<String> stopped = names(actions, ClockAction.Kind.STOP);
        Set<String> started = names(actions, ClockAction.Kind.START);
        boolean handed = !Optional.ofNullable(heldBefore).equals(lead.holder());
        Predicate<LegalClock> changesHands =
                clock -> handed && task(clock).party() == LeadLimit.Party.HOLDER;
        List<TaskTurn> turns = new ArrayList<>();
        before.list().stream()
                .filter(clock -> stopped.contains(clock.limit().name()) || changesHands.test(clock))
                .forEach(
                        clock ->
                                turns.add(
                                        turn(
                                                Kind.ENDS,
                                                lead,
                                                clock,
                                                Objects.requireNonNullElse(heldBefore, ""),
                                                clock.startedOn(),
                                                moment)));
        for (LegalClock clock : lead.runningClocks().list()) {
            boolean begins = started.contains(clock.limit().name());
            if (begins || changesHands.test(clock)) {
                turns.add(begins(lead, clock, begins ? clock.startedOn() : moment.day(), moment));
            }
        }
        return turns;
    }

    /** The time of everything that runs. */
    static List<TaskTurn> allOf(Lead lead, RunningClocks running, Moment moment) {
        return running.list().stream()
                .map(clock -> begins(lead, clock, clock.startedOn(), moment))
                .toList();
    }

    private static TaskTurn begins(Lead lead, LegalClock clock, LocalDate from, Moment moment) {
        return turn(Kind.BEGINS, lead, clock, lead.holder().orElse(""), from, moment);
    }

    private static TaskTurn turn(
            Kind kind, Lead lead, LegalClock clock, String holder, LocalDate from, Moment moment) {
        LeadLimit task = task(clock);
        String whose =
                switch (task.party()) {
                    case BUREAU -> lead.bureau();
                    case AGENCY -> lead.agency();
                    case HOLDER -> holder;
                };
        return new TaskTurn(kind, task, whose, from, clock.due(moment.calendar()).date());
    }

    private static LeadLimit task(LegalClock clock) {
        return LeadLimit.valueOf(clock.limit().name());
    }

    private static Set<String> names(List<ClockAction> actions, ClockAction.Kind kind) {
        return actions.stream()
                .filter(action -> action.kind() == kind)
                .map(action -> action.limit().name())
                .collect(Collectors.toSet());
    }
}
