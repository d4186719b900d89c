package io.mingjian.registry.queue;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The only SQL for absences; everything is narrowed to the caller's bureau. */
@ApplicationScoped
class Absences {
    private static final String ALONE =
            "select 1 from (select pg_advisory_xact_lock(hashtext('absence ' || :organisation))) held";
    private static final String COLUMNS =
            """
            select id, version, organisation, subject, name, cover, cover_name, from_day, to_day, entered_by
            from absence where organisation = :organisation and withdrawn_at is null
            """;
    private static final String ADD =
            """
            insert into absence (id, organisation, subject, name, cover, cover_name, from_day, to_day, entered_by,
              entered_at)
            values (:id, :organisation, :subject, :name, :cover, :coverName, :from, :to, :by, :at)
            """;
    private static final String WITHDRAW =
            """
            update absence set withdrawn_at = :at, version = version + 1
            where id = :id and organisation = :organisation
            """;

    private final Clock clock;

    Absences(Clock clock) {
        this.clock = clock;
    }

    /** Absences of the caller's bureau that last today or begin later, the first in front. */
    Uni<List<Absence>> fromTodayOn(Caller caller) {
        return from(caller, LegalDay.today(clock));
    }

    /** Absences that reach a day, held against others who enter one until the transaction ends. */
    Uni<List<Absence>> lockFrom(Caller caller, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ALONE, Integer.class)
                                        .setParameter("organisation", caller.organisation())
                                        .getSingleResult())
                .chain(() -> from(caller, day));
    }

    private Uni<List<Absence>> from(Caller caller, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                COLUMNS
                                                        + "and to_day >= :day order by from_day, id",
                                                Tuple.class)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("day", day)
                                        .getResultList())
                .map(rows -> rows.stream().map(Absences::absence).toList());
    }

    /** One absence of the caller's bureau, locked. */
    Uni<Absence> lock(Caller caller, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                COLUMNS + "and id = :id for update", Tuple.class)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("id", id)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(Absences::absence)
                                        .orElseThrow(() -> new NotFound("外出登记", "absence")));
    }

    Uni<Void> add(Caller caller, Absence absence) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", absence.id())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("subject", absence.subject())
                                        .setParameter("name", absence.name())
                                        .setParameter("cover", absence.cover())
                                        .setParameter("coverName", absence.coverName())
                                        .setParameter("from", absence.from())
                                        .setParameter("to", absence.to())
                                        .setParameter("by", absence.enteredBy())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Withdraws a locked absence; the row is kept. */
    Uni<Void> withdraw(Caller caller, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(WITHDRAW)
                                        .setParameter("id", id)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether the caller covers for an officer today. */
    Uni<Boolean> covers(Caller caller, String subject) {
        return today(caller)
                .map(
                        away ->
                                away.stream()
                                        .anyMatch(
                                                each ->
                                                        each.subject().equals(subject)
                                                                && each.cover()
                                                                        .equals(caller.subject())));
    }

    /** The officers whom the caller covers for today. */
    Uni<List<String>> coveredBy(Caller caller) {
        return today(caller)
                .map(
                        away ->
                                away.stream()
                                        .filter(each -> each.cover().equals(caller.subject()))
                                        .map(Absence::subject)
                                        .toList());
    }

    /**
     * Nobody who is away is given work.
     *
     * @throws Conflict naming the cover
     */
    Uni<Void> requirePresent(Caller caller, String subject, String name) {
        return today(caller)
                .invoke(
                        away ->
                                away.stream()
                                        .filter(each -> each.subject().equals(subject))
                                        .findFirst()
                                        .ifPresent(
                                                each -> {
                                                    throw new Conflict(
                                                            "absent",
                                                            name
                                                                    + "外出至"
                                                                    + each.to()
                                                                    + "，由"
                                                                    + each.coverName()
                                                                    + "代办。",
                                                            "Away until " + each.to() + ".");
                                                }))
                .replaceWithVoid();
    }

    private Uni<List<Absence>> today(Caller caller) {
        LocalDate today = LegalDay.today(clock);
        return from(caller, today)
                .map(all -> all.stream().filter(each -> !each.from().isAfter(today)).toList());
    }

    private static Absence absence(Tuple row) {
        return new Absence(
                row.get("id", UUID.class),
                row.get("version", Integer.class),
                row.get("organisation", String.class),
                row.get("subject", String.class),
                row.get("name", String.class),
                row.get("cover", String.class),
                row.get("cover_name", String.class),
                row.get("from_day", LocalDate.class),
                row.get("to_day", LocalDate.class),
                row.get("entered_by", String.class));
    }
}
