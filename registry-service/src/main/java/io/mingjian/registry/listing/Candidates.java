package io.mingjian.registry.listing;

import io.mingjian.contracts.OrganisationKind;
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

/** The only SQL for candidates; every query is narrowed by the caller. */
@ApplicationScoped
class Candidates {
    /** One open candidate per person; others wait here until this one is decided. */
    private static final String HOLD =
            "select count(pg_advisory_xact_lock(hashtextextended(:key, 298))) from (values (1)) one";

    /**
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Candidate> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Candidate.class, id))
                .onItem()
                .ifNull()
                .failWith(Candidates::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** Whether this person has an open candidate; holds others back until the transaction ends. */
    Uni<Boolean> hasOpen(Caller caller, UUID personId) {
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(HOLD, Long.class)
                                        .setParameter("key", personId.toString())
                                        .getSingleResult())
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Candidate where filerId = :filer and state not in :ends",
                                                Long.class)
                                        .setParameter("filer", personId)
                                        .setParameter("ends", CandidateLifecycle.TABLE.ends())
                                        .getSingleResult())
                .map(open -> open > 0);
    }

    Uni<Void> add(Caller caller, Candidate candidate) {
        return Sessions.current().chain(session -> session.persist(candidate));
    }

    /** A page of candidates, newest first. */
    Uni<List<Candidate>> page(
            Caller caller, @Nullable CandidateState state, @Nullable UUID before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Candidate where 1 = 1");
        if (caller.kind() != OrganisationKind.MUNICIPAL_BUREAU) {
            where.append(" and organisation = :organisation");
            values.put("organisation", caller.isDistrict() ? caller.organisation() : "");
        }
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state);
        }
        if (before != null) {
            where.append(" and id < :before");
            values.put("before", before);
        }
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createSelectionQuery(
                                            where + " order by id desc", Candidate.class);
                            values.forEach(query::setParameter);
                            return query.setMaxResults(limit).getResultList();
                        });
    }

    private static NotFound notFound() {
        return new NotFound("名录候选", "candidate");
    }
}
