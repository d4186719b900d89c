package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Store of disposals. The city sees all rounds of a lead, a district those it did itself, nobody
 * else any.
 */
@ApplicationScoped
class Disposals {
    /**
     * From a lead to the one it was disposed of as a duplicate of, and so on; only what is decided
     * last about each counts.
     */
    private static final String LEADS_TO =
            """
            with recursive chain (id) as (
              select l.id from lead l where l.id = :from
              union
              select earlier.id from chain
              join disposal d on d.lead_id = chain.id
                and d.round = (select max(r.round) from disposal r where r.lead_id = d.lead_id)
              cross join lateral jsonb_array_elements(d.measures -> 'list') as m (measure)
              join lead earlier on earlier.lead_no = m.measure ->> 'leadNo'
              where m.measure ->> 'code' = 'DUPLICATE')
            select count(*) from chain where id = :to
            """;

    /** Whether a lead was disposed of as a duplicate of that one, be it by way of others. */
    Uni<Boolean> leadsTo(UUID from, UUID to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LEADS_TO, Long.class)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getSingleResult())
                .map(found -> found > 0);
    }

    Uni<Void> add(Disposal disposal) {
        return Sessions.current().chain(session -> session.persist(disposal));
    }

    Uni<List<Disposal>> of(Caller caller, UUID leadId) {
        String own =
                caller.isCity() || caller.isMachine() ? "" : " and districtOrganisation = :org";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Disposal> query =
                                    session.createSelectionQuery(
                                                    "from Disposal where leadId = :lead"
                                                            + own
                                                            + " order by round",
                                                    Disposal.class)
                                            .setParameter("lead", leadId);
                            return (own.isEmpty()
                                            ? query
                                            : query.setParameter("org", caller.organisation()))
                                    .getResultList();
                        });
    }

    /** The round that is under way; the last one, whoever did it. */
    Uni<Disposal> current(UUID leadId) {
        return of(Caller.machine("monitoring"), leadId)
                .map(rounds -> rounds.get(rounds.size() - 1));
    }
}
