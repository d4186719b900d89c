package io.mingjian.monitoring.letter;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Store of letters. The city sees those about its leads, a district those about leads that it works
 * on now, a platform those that were sent to it.
 */
@ApplicationScoped
class Letters {
    Uni<Void> add(Letter letter) {
        return Sessions.current().chain(session -> session.persist(letter));
    }

    /** Writes what was changed, so that the version is the new one. */
    Uni<Void> flush() {
        return Sessions.current().chain(Mutiny.Session::flush);
    }

    Uni<Letter> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    /** The same, held until the transaction ends. */
    Uni<Letter> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Letter> one(Caller caller, UUID id, LockModeType lock) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Letter l where "
                                                        + narrowing(caller)
                                                        + " and l.id = :id",
                                                Letter.class)
                                        .setParameter("org", caller.organisation())
                                        .setParameter("id", id)
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("协助函", "letter"));
    }

    /** The lead that a letter is about, read before either is held. */
    Uni<UUID> leadOf(Caller caller, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select l.leadId from Letter l where "
                                                        + narrowing(caller)
                                                        + " and l.id = :id",
                                                UUID.class)
                                        .setParameter("org", caller.organisation())
                                        .setParameter("id", id)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("协助函", "letter"));
    }

    /** All letters about these leads, held until the transaction ends. */
    Uni<List<Letter>> heldOf(Collection<UUID> leads) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Letter where leadId in (:leads) order by id",
                                                Letter.class)
                                        .setParameter("leads", leads)
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getResultList());
    }

    /** Leads, held, some of whose letters are with another bureau than theirs, which is told. */
    Uni<Map<UUID, String>> leftBehind(int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select l.id as id, case when l.taken_over then l.bureau
                                                  else l.district_organisation end as holder
                                                  from lead l
                                                 where exists (select 1 from letter x
                                                                where x.lead_id = l.id
                                                                  and x.bureau <> case when l.taken_over
                                                                    then l.bureau else l.district_organisation end)
                                                 order by l.id limit :most
                                                   for no key update of l
                                                """,
                                                Tuple.class)
                                        .setParameter("most", most)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.get("id", UUID.class),
                                                        row -> row.get("holder", String.class))));
    }

    /** What a list is narrowed to. */
    record Filter(@Nullable UUID leadId, @Nullable LetterState state, boolean overdue) {}

    /** A page of the caller's letters, the oldest first. */
    Uni<List<Letter>> page(
            Caller caller, Filter filter, LocalDate today, @Nullable UUID after, int limit) {
        StringBuilder hql = new StringBuilder("from Letter l where ").append(narrowing(caller));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("org", caller.organisation());
        if (filter.leadId() != null) {
            hql.append(" and l.leadId = :lead");
            values.put("lead", filter.leadId());
        }
        if (filter.state() != null) {
            hql.append(" and l.state = :state");
            values.put("state", filter.state());
        }
        if (filter.overdue()) {
            hql.append(" and l.state in (:waiting) and l.dueOn < :today");
            values.put("waiting", List.of(LetterState.ISSUED, LetterState.ACKNOWLEDGED));
            values.put("today", today);
        }
        if (after != null) {
            hql.append(" and l.id > :after");
            values.put("after", after);
        }
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createSelectionQuery(
                                            hql + " order by l.id", Letter.class);
                            values.forEach(query::setParameter);
                            return query.setMaxResults(limit).getResultList();
                        });
    }

    /** Letters that wait for an answer; for a new calendar. */
    Uni<List<Letter>> waiting() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Letter where state in (:waiting) order by id",
                                                Letter.class)
                                        .setParameter(
                                                "waiting",
                                                List.of(
                                                        LetterState.ISSUED,
                                                        LetterState.ACKNOWLEDGED))
                                        .getResultList());
    }

    /** Corrects a due date; no change of the letter itself. */
    Uni<Integer> moveDue(UUID id, LocalDate dueOn) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createMutationQuery(
                                                "update Letter set dueOn = :due where id = :id")
                                        .setParameter("due", dueOn)
                                        .setParameter("id", id)
                                        .executeUpdate());
    }

    /** The one place that says whose letters a caller sees. */
    private static String narrowing(Caller caller) {
        if (caller.isCity()) {
            return "l.leadBureau = :org";
        }
        if (caller.isDistrict()) {
            return "l.bureau = :org";
        }
        return caller.is(OrganisationKind.PLATFORM)
                ? "l.platform = :org and l.issuedAt is not null"
                : "l.platform = :org and 1 = 0";
    }
}
