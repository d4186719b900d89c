package io.mingjian.registry.report;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Room;
import io.mingjian.registry.procedure.Surroundings;
import io.mingjian.registry.report.ReportViews.DuplicateCandidate;
import io.mingjian.registry.report.ReportViews.ReportView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;

/** The only SQL for reports; every query is narrowed by the caller. */
@ApplicationScoped
class Reports implements Room<Report> {
    private static final String CANDIDATES =
            """
            select id, registration_no, state, received_at, holder, registering_agency from report
            where filer_id = :filer and id <> :id and received_at <= :before
              and (party_uscc = :uscc or (party_key = :key and (party_uscc is null or :uscc = '')))
            order by received_at desc, id limit 10
            """;

    @Override
    public UUID parse(String id) {
        return Ids.parse(id, "举报", "report");
    }

    @Override
    public Uni<Report> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Report.class, id))
                .onItem()
                .ifNull()
                .failWith(Reports::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** Two reports, locked. */
    record Pair(Report source, Report target) {}

    /**
     * Loads two reports to be merged and locks both until the transaction ends: always in the order
     * of their ids, so that two merges that cross wait for each other and only one of them finds
     * both reports open.
     *
     * @throws NotFound if the source is not there for this caller
     * @throws Invalid if the target is not
     */
    Uni<Pair> lock(Caller caller, UUID source, UUID target) {
        boolean sourceFirst = source.compareTo(target) <= 0;
        return locked(sourceFirst ? source : target)
                .chain(() -> locked(sourceFirst ? target : source))
                .chain(() -> require(caller, source))
                .chain(
                        found ->
                                named(caller, target, "/targetReportId")
                                        .map(other -> new Pair(found, other)));
    }

    private static Uni<Void> locked(UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Report.class, id, LockMode.PESSIMISTIC_WRITE))
                .replaceWithVoid();
    }

    /**
     * A report that the body of a request names.
     *
     * @throws Invalid if there is none, or it is not the caller's to see
     */
    Uni<Report> named(Caller caller, UUID id, String pointer) {
        return require(caller, id)
                .onFailure(NotFound.class)
                .transform(none -> ReportRequests.unknownReport(pointer));
    }

    @Override
    public Uni<ReportView> view(Moment now, Report report, Surroundings around) {
        return duplicateCandidates(now.by(), report)
                .map(candidates -> ReportView.of(report, now, around, candidates));
    }

    /**
     * Earlier reports of the same reporter against the same party, newest first; the officer sees
     * whether the facts are the same (Art 35). Of those at other bureaus only number and state.
     */
    private static Uni<List<DuplicateCandidate>> duplicateCandidates(Caller caller, Report report) {
        UUID filer = report.head().filerId();
        if (filer == null) {
            return Uni.createFrom().item(List.of());
        }
        var party = report.content().reportedParty();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(CANDIDATES, Object[].class)
                                        .setParameter("filer", filer)
                                        .setParameter("id", report.id())
                                        .setParameter("before", report.head().receivedAt())
                                        .setParameter("key", PartyKey.of(party.name()))
                                        .setParameter(
                                                "uscc", party.uscc() == null ? "" : party.uscc())
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> candidate(caller, row)).toList());
    }

    private static DuplicateCandidate candidate(Caller caller, Object[] at) {
        ReportState state = ReportState.valueOf((String) at[2]);
        boolean visible =
                caller.isCity()
                        || caller.organisation().equals(at[4])
                        || caller.organisation().equals(at[5]);
        return new DuplicateCandidate(
                visible ? (UUID) at[0] : null,
                (String) at[1],
                state,
                state.zh(),
                LegalDay.of(((OffsetDateTime) at[3]).toInstant()));
    }

    Uni<Void> add(Caller caller, List<Report> entered) {
        return Sessions.insert(entered);
    }

    private static NotFound notFound() {
        return new NotFound("举报", "report");
    }
}
