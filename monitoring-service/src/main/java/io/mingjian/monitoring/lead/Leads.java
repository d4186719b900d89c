package io.mingjian.monitoring.lead;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Store of leads and their history. Every query is narrowed by the caller. */
@ApplicationScoped
class Leads {
    private static final int MOST_PROPOSALS = 20;

    /** The lead, if it is the caller's to see; else it does not exist. */
    Uni<Lead> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    /** The same, held until the transaction ends: of two officers at once the second reads anew. */
    Uni<Lead> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Lead> one(Caller caller, UUID id, LockModeType lock) {
        String hql = "select l from Lead l where " + narrowing(caller) + " and l.id = :id";
        return Sessions.current()
                .chain(
                        session ->
                                bound(session, hql, caller)
                                        .setParameter("id", id)
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("监测线索", "lead"));
    }

    Uni<List<Lead>> page(
            Caller caller, LeadFilter filter, @Nullable Map<String, String> after, int limit) {
        String hql =
                "select l from Lead l where "
                        + narrowing(caller)
                        + filter.where(after != null)
                        + filter.order().by();
        return Sessions.current()
                .chain(
                        session ->
                                filter.bind(bound(session, hql, caller), after)
                                        .setMaxResults(limit)
                                        .getResultList());
    }

    /** The agency's lead with this finding number, if there is one. */
    Uni<Optional<Lead>> ofFinding(String agency, String findingNo) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Lead where agency = :agency and findingNo = :no",
                                                Lead.class)
                                        .setParameter("agency", agency)
                                        .setParameter("no", findingNo)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The agency's leads with these finding numbers, by their number. */
    Uni<Map<String, Lead>> numbered(Caller agency, Collection<String> findingNos) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Lead where agency = :agency and findingNo in (:numbers)",
                                                Lead.class)
                                        .setParameter("agency", agency.organisation())
                                        .setParameter("numbers", findingNos)
                                        .getResultList())
                .map(
                        found ->
                                found.stream()
                                        .collect(Collectors.toMap(Lead::findingNo, lead -> lead)));
    }

    /**
     * Earlier leads of the same bureau with the same page, subject and violation; at most twenty.
     */
    Uni<List<Lead>> sameAs(Lead lead) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Lead where bureau = :bureau and sameness = :sameness and id < :id"
                                                        + " and state not in (:ended) order by id",
                                                Lead.class)
                                        .setParameter("bureau", lead.bureau())
                                        .setParameter("sameness", lead.sameness())
                                        .setParameter("id", lead.id())
                                        .setParameter(
                                                "ended",
                                                List.of(LeadState.UNQUALIFIED, LeadState.DUPLICATE))
                                        .setMaxResults(MOST_PROPOSALS)
                                        .getResultList());
    }

    /** How many leads of an instruction are not at an end. */
    Uni<Long> openOf(UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Lead where instructionId = :id and state not in (:ends)",
                                                Long.class)
                                        .setParameter("id", instructionId)
                                        .setParameter("ends", LeadState.ends())
                                        .getSingleResult());
    }

    /** All leads with a running clock; for a new calendar. */
    Uni<List<Lead>> withClock() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Lead where dueOn is not null order by id",
                                                Lead.class)
                                        .getResultList());
    }

    /** Corrects what orders the queue; no change of the lead itself, so its entity tag stays. */
    Uni<Integer> moveDue(UUID id, LocalDate dueOn) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createMutationQuery(
                                                "update Lead set dueOn = :due where id = :id")
                                        .setParameter("due", dueOn)
                                        .setParameter("id", id)
                                        .executeUpdate());
    }

    Uni<List<LeadEntry>> historyOf(Collection<UUID> leadIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from LeadEntry where leadId in (:ids) order by leadId, ordinal",
                                                LeadEntry.class)
                                        .setParameter("ids", leadIds)
                                        .getResultList());
    }

    Uni<Void> add(Object row) {
        return Sessions.current().chain(session -> session.persist(row));
    }

    private static Mutiny.SelectionQuery<Lead> bound(
            Mutiny.Session session, String hql, Caller caller) {
        return session.createSelectionQuery(hql, Lead.class)
                .setParameter("org", caller.organisation());
    }

    /** The one place that says whose leads a caller sees. */
    private static String narrowing(Caller caller) {
        if (caller.isCity()) {
            return "l.bureau = :org";
        }
        if (caller.isDistrict()) {
            return "l.districtOrganisation = :org";
        }
        return caller.is(OrganisationKind.MONITOR)
                ? "l.agency = :org"
                : "l.agency = :org and 1 = 0";
    }
}
