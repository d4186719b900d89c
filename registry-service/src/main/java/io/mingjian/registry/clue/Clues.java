package io.mingjian.registry.clue;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The only SQL for clues: the city sees all, a district those that it referred. */
@ApplicationScoped
class Clues {
    Uni<Void> add(Caller caller, Clue clue) {
        return Sessions.current()
                .call(session -> session.persist(clue))
                .chain(Mutiny.Session::flush);
    }

    /** Writes what was changed, so that the version is the new one. */
    Uni<Void> flush(Caller caller) {
        return Sessions.current().chain(Mutiny.Session::flush);
    }

    /**
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Clue> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    /** The same, held until the transaction ends. */
    Uni<Clue> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Clue> one(Caller caller, UUID id, LockModeType lock) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery("from Clue where id = :id", Clue.class)
                                        .setParameter("id", id)
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(Clues::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** Whether a referral has its clue already. */
    Uni<Boolean> isOpened(Caller caller, UUID referralId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Clue where referralId = :referral",
                                                Long.class)
                                        .setParameter("referral", referralId)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** A page, the oldest first: those wait longest. */
    Uni<List<Clue>> page(
            Caller caller, @Nullable ClueState state, @Nullable UUID after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Clue where 1 = 1");
        if (!caller.isCity()) {
            where.append(" and organisation = :organisation");
            values.put("organisation", caller.isDistrict() ? caller.organisation() : "");
        }
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state);
        }
        if (after != null) {
            where.append(" and id > :after");
            values.put("after", after);
        }
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createSelectionQuery(
                                            where + " order by id", Clue.class);
                            values.forEach(query::setParameter);
                            return query.setMaxResults(limit).getResultList();
                        });
    }

    private static NotFound notFound() {
        return new NotFound("线索", "clue");
    }
}
