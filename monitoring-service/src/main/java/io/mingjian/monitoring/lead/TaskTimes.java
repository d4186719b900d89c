package io.mingjian.monitoring.lead;

import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.monitoring.clock.Moment;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Store of whose time ran at which task, and until when; written with the step that turns it. */
@ApplicationScoped
class TaskTimes {
    private static final long MENDING = 9_120_109L;
    private static final String UNTIMED =
            """
            select l.id from lead l
            where (l.state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED')
                   and jsonb_array_length(l.clocks -> 'running') = 0)
               or ((l.state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') or l.updated_at > :since)
                   and coalesce((select string_agg(c -> 'limit' ->> 'name', ',' order by c -> 'limit' ->> 'name')
                                 from jsonb_array_elements(l.clocks -> 'running') c), '')
                    <> coalesce((select string_agg(t.task, ',' order by t.task)
                                 from task_time t where t.lead_id = l.id and t.ended_on is null), ''))
            order by l.id limit :most
            """;

    static Uni<Void> note(Mutiny.Session session, LeadEntry entry) {
        LeadEntry.Turns turns = entry.turns();
        Lead lead = turns.lead();
        return lead == null
                ? Uni.createFrom().voidItem()
                : each(turns.list(), turn -> note(session, lead, turn, entry));
    }

    static Uni<Void> noteAll(Mutiny.Session session, List<LeadEntry> entries) {
        return each(entries, entry -> note(session, entry));
    }

    /** The times that these lines of histories begin. */
    static List<TaskTime> begunBy(List<LeadEntry> entries) {
        return entries.stream().flatMap(TaskTimes::begunBy).toList();
    }

    private static Stream<TaskTime> begunBy(LeadEntry entry) {
        LeadEntry.Turns turns = entry.turns();
        Lead lead = turns.lead();
        return lead == null
                ? Stream.empty()
                : turns.list().stream()
                        .filter(turn -> turn.kind() == TaskTurn.Kind.BEGINS)
                        .map(turn -> TaskTime.begin(lead, turn, entry.at()));
    }

    private static Uni<Void> note(
            Mutiny.Session session, Lead lead, TaskTurn turn, LeadEntry entry) {
        return turn.kind() == TaskTurn.Kind.BEGINS
                ? session.persist(TaskTime.begin(lead, turn, entry.at()))
                : end(session, lead, turn, entry);
    }

    private static Uni<Void> end(
            Mutiny.Session session, Lead lead, TaskTurn turn, LeadEntry entry) {
        return session.createMutationQuery(
                        "update TaskTime set endedOn = :day, endedAt = :at, dueOn = :due, endedBy = :step"
                                + " where leadId = :lead and task = :task and endedOn is null")
                .setParameter("day", LegalDay.of(entry.at()))
                .setParameter("at", entry.at())
                .setParameter("due", turn.dueOn())
                .setParameter("step", entry.step())
                .setParameter("lead", lead.id())
                .setParameter("task", turn.task().name())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Due dates by a new calendar, of what still runs. */
    Uni<Void> count(Lead lead, WorkingCalendar calendar) {
        return each(
                lead.runningClocks().list(),
                clock ->
                        Sessions.current()
                                .chain(
                                        session ->
                                                session.createMutationQuery(
                                                                "update TaskTime set dueOn = :due where leadId = :lead"
                                                                        + " and task = :task and endedOn is null")
                                                        .setParameter(
                                                                "due", clock.due(calendar).date())
                                                        .setParameter("lead", lead.id())
                                                        .setParameter("task", clock.limit().name())
                                                        .executeUpdate())
                                .replaceWithVoid());
    }

    /**
     * Leads without a clock, and leads whose clocks are not those whose time is kept, held until
     * the transaction ends. One replica at a time looks, so that none is mended twice.
     *
     * @param since ended leads that were moved before are passed over
     */
    Uni<List<Lead>> untimed(int most, Instant since) {
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(
                                                "select 1 from (select pg_advisory_xact_lock(:key)) held",
                                                Integer.class)
                                        .setParameter("key", MENDING)
                                        .getSingleResultOrNull())
                .chain(
                        session ->
                                session.createNativeQuery(UNTIMED, UUID.class)
                                        .setParameter("most", most)
                                        .setParameter("since", since)
                                        .getResultList()
                                        .chain(ids -> held(session, ids)));
    }

    private static Uni<List<Lead>> held(Mutiny.Session session, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery(
                                "from Lead where id in (:ids) order by id", Lead.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    /** Begins the time of what runs and is not kept, ends that of what runs no more. */
    Uni<Void> mend(Lead lead, Moment moment) {
        List<TaskTurn> running = lead.mend(moment);
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from TaskTime where leadId = :lead and endedOn is null",
                                                TaskTime.class)
                                        .setParameter("lead", lead.id())
                                        .getResultList()
                                        .call(kept -> mend(session, lead, running, kept, moment)))
                .replaceWithVoid();
    }

    private static Uni<Void> mend(
            Mutiny.Session session,
            Lead lead,
            List<TaskTurn> running,
            List<TaskTime> kept,
            Moment moment) {
        kept.stream()
                .filter(time -> running.stream().noneMatch(time::isOf))
                .forEach(time -> time.endUnseen(lead.updatedAt()));
        return each(
                running.stream()
                        .filter(turn -> kept.stream().noneMatch(time -> time.isOf(turn)))
                        .toList(),
                turn -> session.persist(TaskTime.begin(lead, turn, moment.at())));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one).replaceWith(one))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
