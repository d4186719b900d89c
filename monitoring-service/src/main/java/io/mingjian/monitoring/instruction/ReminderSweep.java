package io.mingjian.monitoring.instruction;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.DueDate;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.ReminderPoints.Of;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The timer that reminds agencies before, on and after the days by which they must acknowledge and
 * hand in. It looks at each open instruction once a day, whichever replica comes first, and also
 * after an outage; the reminders commit together with the note that somebody looked.
 */
@ApplicationScoped
public class ReminderSweep {
    private static final Logger LOG = Logger.getLogger(ReminderSweep.class);
    private static final Caller MACHINE = Caller.machine("monitoring");

    private final Instructions instructions;
    private final InstructionAnnouncer announcer;
    private final LegalTime time;
    private final Audit audit;
    private final UnitOfWork work;
    private volatile boolean stopped;

    ReminderSweep(
            Instructions instructions,
            InstructionAnnouncer announcer,
            LegalTime time,
            Audit audit,
            UnitOfWork work) {
        this.instructions = instructions;
        this.announcer = announcer;
        this.time = time;
        this.audit = audit;
        this.work = work;
    }

    /** Reminds of whatever is due today; one transaction for each instruction. */
    @Scheduled(
            every = "${mingjian.reminders.every}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> remind() {
        LocalDate today = LegalDay.of(time.instant());
        return work.inSession(() -> instructions.toRemind(today))
                .onFailure(any -> stopped)
                .recoverWithItem(List.of())
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> remindOfOne(id, today))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is left is looked at after the next start: nobody noted that somebody looked. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** One that fails is tried again at the next look and does not hinder the others. */
    private Uni<Void> remindOfOne(UUID id, LocalDate today) {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        return work.inTransaction(
                        () ->
                                instructions
                                        .takeReminders(id, today)
                                        .chain(
                                                taken ->
                                                        taken
                                                                ? remind(id)
                                                                : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> tell(id, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** The one that was under way at the stop fails because all else stops too. */
    private void tell(UUID id, Throwable failure) {
        if (stopped) {
            LOG.debugf("reminders of instruction %s wait for the next start", id);
        } else {
            LOG.errorf(failure, "reminders of instruction %s", id);
        }
    }

    private Uni<Void> remind(UUID id) {
        return instructions
                .requireHeld(MACHINE, id)
                .chain(
                        instruction ->
                                instruction.state() == InstructionState.CLOSED
                                        ? Uni.createFrom().voidItem()
                                        : remind(instruction));
    }

    private Uni<Void> remind(Instruction instruction) {
        return instructions
                .partsHeld(instruction.id())
                .chain(
                        parts ->
                                instructions
                                        .reminders(MACHINE, instruction.id())
                                        .chain(
                                                before ->
                                                        time.now()
                                                                .chain(
                                                                        now ->
                                                                                remind(
                                                                                        instruction,
                                                                                        parts,
                                                                                        before,
                                                                                        now))));
    }

    private Uni<Void> remind(
            Instruction instruction, List<Commission> parts, List<Reminder> before, Moment now) {
        List<Reminder> due =
                parts.stream()
                        .flatMap(part -> due(instruction, part, now))
                        .filter(reminder -> before.stream().noneMatch(reminder::repeats))
                        .toList();
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : send(instruction, parts, due, MACHINE, now);
    }

    /** What an agency is to be reminded of today; nothing unless something is expected of it. */
    static Stream<Reminder> due(Instruction instruction, Commission part, Moment now) {
        if (!part.state().isAtWork()) {
            return Stream.empty();
        }
        Optional<LocalDate> acknowledgement =
                part.runningClocks().list().stream()
                        .map(clock -> clock.due(now.calendar()))
                        .map(DueDate::date)
                        .findFirst();
        return Stream.concat(
                acknowledgement.stream()
                        .flatMap(day -> due(Of.ACKNOWLEDGEMENT, day, instruction, part, now)),
                due(Of.DEADLINE, instruction.deadline(), instruction, part, now));
    }

    private static Stream<Reminder> due(
            Of of, LocalDate dueOn, Instruction instruction, Commission part, Moment now) {
        return ReminderPoints.SHIPPED
                .reached(of, part.toldOn(), dueOn, now.day(), now.calendar())
                .map(point -> Reminder.at(point, dueOn, instruction, part, MACHINE, now))
                .stream();
    }

    /** Keeps, announces and audits reminders; within the running transaction. */
    Uni<Void> send(
            Instruction instruction,
            List<Commission> parts,
            List<Reminder> reminders,
            Caller by,
            Moment now) {
        instruction.remind(by, now.at());
        parts.stream()
                .filter(
                        part ->
                                reminders.stream()
                                        .anyMatch(one -> one.agency().equals(part.agency())))
                .forEach(part -> part.remind(now));
        return instructions
                .addAll(reminders)
                .chain(() -> announcer.reminded(instruction, reminders))
                .chain(
                        () ->
                                audit.record(
                                        by,
                                        AuditEntry.of(
                                                "instruction.remind",
                                                "instruction",
                                                instruction.id().toString())));
    }
}
