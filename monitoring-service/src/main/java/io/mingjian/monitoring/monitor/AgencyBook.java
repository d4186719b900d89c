package io.mingjian.monitoring.monitor;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Store of agencies, their contracts and staff. What goes outside is narrowed by the caller. */
@ApplicationScoped
class AgencyBook {

    /** The agency, if it is the caller's to see; else it does not exist. */
    Uni<Agency> require(Caller caller, String organisation) {
        return one(caller, organisation, LockModeType.NONE);
    }

    /** The same, held until the transaction ends: whatever changes of it changes in turn. */
    Uni<Agency> requireHeld(Caller caller, String organisation) {
        return one(caller, organisation, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Agency> one(Caller caller, String organisation, LockModeType lock) {
        String hql = "from Agency a where " + narrowing(caller) + " and a.organisation = :id";
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(hql, Agency.class)
                                        .setParameter("org", caller.organisation())
                                        .setParameter("id", organisation)
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("监测机构", "agency"));
    }

    /** Whether this organisation is registered, by whichever bureau. */
    Uni<Boolean> isRegistered(String organisation) {
        return Sessions.current()
                .chain(session -> session.find(Agency.class, organisation))
                .map(found -> found != null);
    }

    /** A page of the agencies that the caller may see, by organisation. */
    Uni<List<Agency>> page(Caller caller, @Nullable String after, int limit) {
        String hql =
                "from Agency a where "
                        + narrowing(caller)
                        + (after == null ? "" : " and a.organisation > :after")
                        + " order by a.organisation";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Agency> query =
                                    session.createSelectionQuery(hql, Agency.class)
                                            .setParameter("org", caller.organisation())
                                            .setMaxResults(limit);
                            return (after == null ? query : query.setParameter("after", after))
                                    .getResultList();
                        });
    }

    Uni<List<Contract>> contracts(Collection<String> organisations) {
        return of(
                organisations,
                "from AgencyContract where organisation in (:ids) order by validFrom, id",
                Contract.class);
    }

    Uni<List<StaffMember>> staff(Collection<String> organisations) {
        return of(
                organisations,
                "from AgencyStaff where organisation in (:ids) order by staffNo",
                StaffMember.class);
    }

    private static <T> Uni<List<T>> of(
            Collection<String> organisations, String hql, Class<T> type) {
        if (organisations.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(hql, type)
                                        .setParameter("ids", organisations)
                                        .getResultList());
    }

    Uni<Void> add(Object row) {
        return Sessions.current().chain(session -> session.persist(row));
    }

    Uni<Boolean> isTrusted(String organisation) {
        return Sessions.current()
                .chain(session -> session.find(Agency.class, organisation))
                .map(found -> Optional.ofNullable(found).map(Agency::isTrusted).orElse(false));
    }

    Uni<Roster> staffOn(String organisation, LocalDate day) {
        return staff(List.of(organisation))
                .map(
                        all ->
                                new Roster(
                                        !all.isEmpty(),
                                        all.stream()
                                                .filter(member -> member.worksOn(day))
                                                .collect(
                                                        Collectors.toMap(
                                                                StaffMember::staffNo,
                                                                StaffMember::role))));
    }

    Uni<Map<String, AgencyContracts>> contractsOf(Collection<String> organisations) {
        return contracts(organisations)
                .map(
                        all -> {
                            Map<String, AgencyContracts> each = new LinkedHashMap<>();
                            organisations.forEach(
                                    organisation ->
                                            each.put(
                                                    organisation,
                                                    new AgencyContracts(
                                                            all.stream()
                                                                    .filter(
                                                                            contract ->
                                                                                    contract.organisation()
                                                                                            .equals(
                                                                                                    organisation))
                                                                    .map(Contract::toTerm)
                                                                    .toList())));
                            return each;
                        });
    }

    Uni<Map<String, String>> namesOf(Collection<String> organisations) {
        return of(organisations, "from Agency where organisation in (:ids)", Agency.class)
                .map(
                        all ->
                                all.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Agency::organisation, Agency::name)));
    }

    /** The one place that says whose page a caller sees. */
    private static String narrowing(Caller caller) {
        if (caller.isCity()) {
            return "a.bureau = :org";
        }
        return caller.is(OrganisationKind.MONITOR)
                ? "a.organisation = :org"
                : "a.organisation = :org and 1 = 0";
    }
}
