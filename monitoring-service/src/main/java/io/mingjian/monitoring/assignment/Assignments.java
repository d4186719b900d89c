package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Store of assignments. The city sees all, a district its own, nobody else any. */
@ApplicationScoped
class Assignments {
    Uni<Void> add(Assignment assignment) {
        return Sessions.current().chain(session -> session.persist(assignment));
    }

    /** The last assignment of a lead, if there was one. */
    Uni<Optional<Assignment>> last(UUID leadId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Assignment where leadId = :lead order by assignedAt desc, id desc",
                                                Assignment.class)
                                        .setParameter("lead", leadId)
                                        .setMaxResults(1)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The assignment that a lead has now. */
    Uni<Assignment> current(UUID leadId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Assignment where leadId = :lead order by assignedAt desc, id desc",
                                                Assignment.class)
                                        .setParameter("lead", leadId)
                                        .setMaxResults(1)
                                        .getSingleResult());
    }

    /** Whether this district returned this lead before. */
    Uni<Boolean> hasReturned(UUID leadId, String districtOrganisation) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Assignment where leadId = :lead"
                                                        + " and districtOrganisation = :district"
                                                        + " and returnRequestedAt is not null",
                                                Long.class)
                                        .setParameter("lead", leadId)
                                        .setParameter("district", districtOrganisation)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** A page of the caller's assignments, oldest first. */
    Uni<List<Assignment>> page(
            Caller caller, @Nullable UUID leadId, @Nullable Map<String, String> after, int limit) {
        String hql =
                "select a from Assignment a where "
                        + narrowing(caller)
                        + (leadId == null ? "" : " and a.leadId = :lead")
                        + (after == null ? "" : " and a.id > :after")
                        + " order by a.id";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Assignment> query =
                                    session.createSelectionQuery(hql, Assignment.class);
                            if (!caller.isCity()) {
                                query.setParameter("org", caller.organisation());
                            }
                            if (leadId != null) {
                                query.setParameter("lead", leadId);
                            }
                            if (after != null) {
                                query.setParameter(
                                        "after", UUID.fromString(after.getOrDefault("id", "")));
                            }
                            return query.setMaxResults(limit).getResultList();
                        });
    }

    private static String narrowing(Caller caller) {
        if (caller.isCity()) {
            return "1 = 1";
        }
        return caller.isDistrict()
                ? "a.districtOrganisation = :org"
                : "a.districtOrganisation = :org and 1 = 0";
    }
}
