package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for re-checks; every query is narrowed by the caller. */
@ApplicationScoped
class Rechecks {
    /**
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Recheck> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Recheck.class, id))
                .onItem()
                .ifNull()
                .failWith(Rechecks::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** What is asked for. */
    record Filter(@Nullable UUID entryId, boolean open) {}

    /** A page, the oldest first: those wait longest. */
    Uni<List<Recheck>> page(Caller caller, Filter filter, @Nullable UUID after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Recheck where 1 = 1");
        if (!caller.isCity()) {
            where.append(" and holder = :holder");
            values.put("holder", caller.isDistrict() ? caller.organisation() : "");
        }
        if (filter.entryId() != null) {
            where.append(" and entryId = :entry");
            values.put("entry", filter.entryId());
        }
        if (filter.open()) {
            where.append(" and result is null");
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
                                            where + " order by id", Recheck.class);
                            values.forEach(query::setParameter);
                            return query.setMaxResults(limit).getResultList();
                        });
    }

    /** Those of one filing, which the caller may see, in the order in which they were opened. */
    Uni<List<Recheck>> ofFiling(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Recheck where filingId = :filing order by id",
                                                Recheck.class)
                                        .setParameter("filing", filingId)
                                        .getResultList());
    }

    /** Filings of an entry that were put on the queue for a cause already. */
    Uni<List<UUID>> known(Caller caller, UUID entryId, Recheck.Cause cause) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select filingId from Recheck where entryId = :entry and cause = :cause",
                                                UUID.class)
                                        .setParameter("entry", entryId)
                                        .setParameter("cause", cause)
                                        .getResultList());
    }

    /** How many of an entry still wait. */
    Uni<Long> waiting(Caller caller, UUID entryId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Recheck where entryId = :entry and result is null",
                                                Long.class)
                                        .setParameter("entry", entryId)
                                        .getSingleResult());
    }

    Uni<Void> add(Caller caller, List<Recheck> opened) {
        return opened.isEmpty() ? Uni.createFrom().voidItem() : Sessions.insert(opened);
    }

    private static NotFound notFound() {
        return new NotFound("重新检视", "recheck");
    }
}
