package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** How far the roll-over of each day has come; the only SQL for it. */
@ApplicationScoped
class Rollovers {
    private static final String REQUEST =
            "insert into rollover (day, requested_at) values (:day, :at) on conflict (day) do nothing";
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtext('mingjian.rollover')) as mine";
    private static final String WAITING =
            "select after_person, swept_at is not null from rollover where day = :day and finished_at is null";
    private static final String ADVANCE =
            """
            update rollover set after_person = :after, persons = persons + :persons, judged = judged + :judged
            where day = :day
            """;
    private static final String SWEPT =
            "update rollover set swept_at = :at, judged = judged + :judged where day = :day";
    private static final String MADE_UP =
            """
            update rollover set made_up = made_up + :count,
              finished_at = case when :count = 0 then cast(:at as timestamptz) end
            where day = :day
            """;

    private final Clock clock;

    Rollovers(Clock clock) {
        this.clock = clock;
    }

    /**
     * Where a roll-over goes on.
     *
     * @param swept whether all persons were looked at
     */
    record Place(LocalDate day, UUID afterPerson, boolean swept) {}

    /** Asks for the roll-over of a day; each day has one. */
    Uni<Void> request(Caller machine, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REQUEST)
                                        .setParameter("day", day)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The roll-over of a day, if it is not finished and no other replica is at work. */
    Uni<Optional<Place>> lockWaiting(Caller machine, LocalDate day) {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(ALONE, Boolean.class).getSingleResult())
                .chain(
                        mine ->
                                mine
                                        ? waiting(day)
                                        : Uni.createFrom().item(Optional.<Place>empty()));
    }

    private static Uni<Optional<Place>> waiting(LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(WAITING, Object[].class)
                                        .setParameter("day", day)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(
                                                row ->
                                                        new Place(
                                                                day,
                                                                (UUID) row[0],
                                                                (Boolean) row[1])));
    }

    /**
     * @param persons how many were looked at
     * @param judged how many of them were judged anew
     */
    Uni<Void> advance(Caller machine, LocalDate day, UUID after, int persons, int judged) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADVANCE)
                                        .setParameter("day", day)
                                        .setParameter("after", after)
                                        .setParameter("persons", persons)
                                        .setParameter("judged", judged)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> swept(Caller machine, LocalDate day, int judged) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SWEPT)
                                        .setParameter("day", day)
                                        .setParameter("judged", judged)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Keeps how many filings were made up for; with none left the roll-over is finished. */
    Uni<Void> madeUp(Caller machine, LocalDate day, int count) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(MADE_UP)
                                        .setParameter("day", day)
                                        .setParameter("count", count)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
