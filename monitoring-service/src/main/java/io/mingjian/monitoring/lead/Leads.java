package io.mingjian.monitoring.lead;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.lead.LeadIntake.Earlier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Store of leads and their history. Every query is narrowed by the caller. */
@ApplicationScoped
class Leads {
    /** Stands in no lawful finding number. */
    private static final char SEPARATOR = ';';

    private static final int MOST_NAMED = 10;

    private static final String RESTING_ON_EARLIER =
            """
            select d.lead_no from lead d
            where d.duplicate_of = :id and d.state = 'DUPLICATE'
              and (select max(m.at) from lead_entry m where m.lead_id = d.id and m.step = 'MARK_DUPLICATE')
                  < (select max(r.at) from lead_entry r where r.lead_id = :id and r.step = 'RESUBMIT')
            order by d.lead_no limit :most
            """;

    private static final String DISPOSED_BY_ANOTHER =
            """
            select e.leadId from LeadEntry e
            where e.leadId in (:ids) and e.step = :step and e.organisation <> :org
              and not exists (select 1 from LeadEntry later
                              where later.leadId = e.leadId and later.step = :step and later.ordinal > e.ordinal)
            """;

    private static final String EARLIER =
            """
            select cast(l.id as text) as id, l.lead_no, l.finding_no,
                   concat_ws(',', l.finding_sha256, (select string_agg(v.finding_sha256, ',')
                                                     from lead_version v where v.lead_id = l.id)) as contents
            from lead l
            where l.agency = :agency and l.finding_no = any(string_to_array(:numbers, ';'))
            """;

    private static final String SUBJECTS =
            """
            select given.uscc, latest.subject_key
            from unnest(string_to_array(:codes, ',')) as given (uscc)
            cross join lateral (
              select l.subject_key from lead l where l.bureau = :bureau and l.uscc = given.uscc
              order by l.id desc limit 1) latest
            where latest.subject_key <> ''
            """;

    /** The lead, if it is the caller's to see; else it does not exist. */
    Uni<Lead> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    /** The same, held until the transaction ends: of two officers at once the second reads anew. */
    Uni<Lead> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The lead under a number, if it is the caller's to see. */
    Uni<Optional<Lead>> numbered(Caller caller, String leadNo) {
        String hql = "select l from Lead l where " + narrowing(caller) + " and l.leadNo = :number";
        return Sessions.current()
                .chain(
                        session ->
                                bound(session, hql, caller)
                                        .setParameter("number", leadNo)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
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

    /** What stands under these finding numbers of the agency, by number; with one statement. */
    Uni<Map<String, Earlier>> earlier(String agency, Collection<String> findingNos) {
        String given =
                findingNos.stream()
                        .filter(number -> number.indexOf(SEPARATOR) < 0)
                        .collect(Collectors.joining(String.valueOf(SEPARATOR)));
        if (given.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(EARLIER, Tuple.class)
                                        .setParameter("agency", agency)
                                        .setParameter("numbers", given)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(Leads::earlier)
                                        .collect(
                                                Collectors.toMap(
                                                        Earlier::findingNo, Function.identity())));
    }

    private static Earlier earlier(Tuple row) {
        return new Earlier(
                UUID.fromString(row.get("id", String.class)),
                row.get("lead_no", String.class),
                row.get("finding_no", String.class),
                List.of(row.get("contents", String.class).split(",")));
    }

    /** For each code the name that the bureau met it under last, where there was one. */
    Uni<Map<String, String>> subjectNames(String bureau, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SUBJECTS, Tuple.class)
                                        .setParameter("bureau", bureau)
                                        .setParameter(
                                                "codes",
                                                codes.stream()
                                                        .filter(code -> code.indexOf(',') < 0)
                                                        .collect(Collectors.joining(",")))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.get("uscc", String.class),
                                                        row ->
                                                                row.get(
                                                                        "subject_key",
                                                                        String.class))));
    }

    /** New leads with the first line of their histories and their files; they are let go of. */
    Uni<Void> insert(List<Lead> made, Caller by, Moment moment) {
        List<LeadEntry> entries =
                made.stream().map(lead -> lead.submissionEntry(by, moment)).toList();
        return Sessions.insert(made)
                .chain(() -> Sessions.insert(entries))
                .chain(() -> Sessions.insert(TaskTimes.begunBy(entries)))
                .chain(
                        () ->
                                Sessions.insert(
                                        made.stream()
                                                .flatMap(lead -> LeadEvidence.of(lead).stream())
                                                .toList()));
    }

    /** New rows that nothing refers to yet; what was changed before is written with them. */
    Uni<Void> insert(List<?> rows) {
        return Sessions.insert(rows);
    }

    /** The files of a lead whose finding was replaced. */
    Uni<Void> replaceEvidence(Lead lead) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createMutationQuery(
                                                "delete from LeadEvidence where leadId = :id")
                                        .setParameter("id", lead.id())
                                        .executeUpdate())
                .chain(() -> Sessions.insert(LeadEvidence.of(lead)));
    }

    /** These leads, held in one order; those that are not the caller's to see are left out. */
    Uni<List<Lead>> allHeld(Caller caller, Collection<UUID> ids) {
        String hql =
                "select l from Lead l where "
                        + narrowing(caller)
                        + " and l.id in (:ids) order by l.id";
        return Sessions.current()
                .chain(
                        session ->
                                bound(session.setBatchSize(ids.size()), hql, caller)
                                        .setParameter("ids", ids)
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getResultList());
    }

    /** Findings as they were before supplements, the oldest first. */
    Uni<List<LeadVersion>> versionsOf(UUID leadId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from LeadVersion where leadId = :id order by versionNo",
                                                LeadVersion.class)
                                        .setParameter("id", leadId)
                                        .getResultList());
    }

    /** Numbers of leads that ended as duplicates of this one, the first few. */
    Uni<List<String>> restingOn(Lead lead) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select leadNo from Lead where duplicateOf = :id"
                                                        + " and state = :duplicate order by leadNo",
                                                String.class)
                                        .setParameter("id", lead.id())
                                        .setParameter("duplicate", LeadState.DUPLICATE)
                                        .setMaxResults(MOST_NAMED)
                                        .getResultList());
    }

    /**
     * Of those the ones that ended before this lead was supplemented last: they were compared with
     * another finding. Releases before this one let a lead go back to its agency under them.
     */
    Uni<List<String>> restingOnItsEarlierFinding(Lead lead) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(RESTING_ON_EARLIER, String.class)
                                        .setParameter("id", lead.id())
                                        .setParameter("most", MOST_NAMED)
                                        .getResultList());
    }

    /** What reviews found wrong with a lead. */
    Uni<List<LeadDefect>> defectsOf(UUID leadId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from LeadDefect where leadId = :id order by ordinal, place",
                                                LeadDefect.class)
                                        .setParameter("id", leadId)
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

    /** Those of these leads that another bureau than this one disposed of last. */
    Uni<Set<UUID>> disposedByAnother(String organisation, Collection<UUID> leadIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(DISPOSED_BY_ANOTHER, UUID.class)
                                        .setParameter("org", organisation)
                                        .setParameter("ids", leadIds)
                                        .setParameter("step", LeadStep.DISPOSE.name())
                                        .getResultList())
                .map(Set::copyOf);
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

    /** A line of the history, and with it whose time began or ended. */
    Uni<Void> add(LeadEntry entry) {
        return Sessions.current()
                .call(session -> session.persist(entry))
                .call(session -> TaskTimes.note(session, entry))
                .replaceWithVoid();
    }

    /** Lines of many histories, with what their steps did to the time of tasks. */
    Uni<Void> addAll(List<LeadEntry> entries) {
        return Sessions.insert(entries)
                .chain(Sessions::current)
                .chain(session -> TaskTimes.noteAll(session, entries));
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
