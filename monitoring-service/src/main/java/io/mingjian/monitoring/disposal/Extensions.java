package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Store of requests for more time. The city sees all of a lead, a district its own. */
@ApplicationScoped
class Extensions {
    Uni<Void> add(Extension extension) {
        return Sessions.current().chain(session -> session.persist(extension));
    }

    Uni<List<Extension>> of(Caller caller, UUID leadId) {
        String own = caller.isCity() ? "" : " and organisation = :org";
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createSelectionQuery(
                                                    "from Extension where leadId = :lead"
                                                            + own
                                                            + " order by askedAt, id",
                                                    Extension.class)
                                            .setParameter("lead", leadId);
                            return (own.isEmpty()
                                            ? query
                                            : query.setParameter("org", caller.organisation()))
                                    .getResultList();
                        });
    }

    /** The requests that nobody has decided yet, of whatever bureau. */
    Uni<List<Extension>> open(Collection<UUID> leadIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Extension where leadId in (:leads) and decidedAt is null",
                                                Extension.class)
                                        .setParameter("leads", leadIds)
                                        .getResultList());
    }

    /** The request of the caller's bureau that nobody has decided yet. */
    Uni<Optional<Extension>> open(Caller caller, UUID leadId) {
        return of(caller, leadId)
                .map(
                        all ->
                                all.stream()
                                        .filter(each -> each.decidedAt().isEmpty())
                                        .filter(
                                                each ->
                                                        each.organisation()
                                                                .equals(caller.organisation()))
                                        .findFirst());
    }
}
