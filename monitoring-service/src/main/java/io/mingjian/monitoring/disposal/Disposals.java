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
