package io.mingjian.monitoring.sampling;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.sampling.SamplingViews.DrawnLead;
import io.mingjian.monitoring.sampling.SamplingViews.DrawnResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Store of lots. Every query is narrowed by the caller: only the city's bureau has any. */
@ApplicationScoped
class SamplingLots {
    private static final int MOST_LISTED = 200;

    /**
     * It was looked through and nothing noticed about it, nobody has decided about it and taken
     * that back, nothing is proposed that could still be said, its files came as they were told by
     * both hashes as far as both are known, and a recording that is named came and is another file.
     */
    private static final String WITHOUT_DOUBT =
            """
             l.state = 'SUBMITTED' and l.checked and not l.flagged and l.finding_version = 1
               and not exists (
                 select 1 from lead_entry a where a.lead_id = l.id and a.step = 'REOPEN')
               and not exists (
                 select 1 from duplicate_proposal d
                 join lead o on o.id = d.other_id and o.state not in ('UNQUALIFIED', 'DUPLICATE')
                 where d.lead_id = l.id and d.state = 'PROPOSED')
               and exists (select 1 from lead_evidence e where e.lead_id = l.id)
               and not exists (
                 select 1 from lead_evidence e
                 left join evidence_fact f on f.evidence_id = e.evidence_id and f.organisation = l.agency
                 left join evidence_fact r on r.evidence_id = e.recording_id and r.organisation = l.agency
                 where e.lead_id = l.id
                   and (f.sha256 is null or lower(f.sha256) <> e.sha256 or lower(f.sm3) <> e.sm3
                        or e.recording_id <> e.evidence_id and (r.sha256 is null or lower(r.sha256) = e.sha256)))
            """;

    private static final String CANDIDATES =
            "select cast(l.id as text) as id from lead l where l.bureau = :bureau"
                    + " and l.instruction_id = :instruction and l.agency = :agency"
                    + " and not exists (select 1 from sampling_lot_lead x where x.lead_id = l.id) and"
                    + WITHOUT_DOUBT
                    + " order by l.id limit :most";

    private static final String REST =
            "select cast(l.id as text) as id from sampling_lot_lead x join lead l on l.id = x.lead_id"
                    + " where x.lot_id = :lot and not x.drawn and"
                    + WITHOUT_DOUBT
                    + " order by l.id limit :most";

    private static final String REMAINING =
            "select count(*) from sampling_lot_lead x join lead l on l.id = x.lead_id"
                    + " where x.lot_id = :lot and not x.drawn and"
                    + WITHOUT_DOUBT;

    /** How many lots by a plan were accepted of those opened since the last lot with that end. */
    private static final String ACCEPTED_SINCE =
            """
            select (select count(*) from sampling_lot a
                    where a.bureau = bad.bureau and a.agency = bad.agency and a.plan = :plan
                      and a.state = 'ACCEPTED' and a.opened_at >= bad.decided_at) as accepted
            from sampling_lot bad
            where bad.bureau = :bureau and bad.agency = :agency and bad.state = :after
            order by bad.decided_at desc limit 1
            """;

    private static final String FILL =
            """
            insert into sampling_lot_lead (lead_id, lot_id, drawn)
            select given.id, :lot, given.id = any(cast(string_to_array(:drawn, ',') as uuid[]))
            from unnest(cast(string_to_array(:ids, ',') as uuid[])) as given (id)
            """;

    /** The first verdict after the lot was opened counts, whatever a supplement mends later. */
    private static final String DRAWN =
            """
            select cast(l.id as text) as id, l.lead_no, l.state,
                   (select e.step from lead_entry e
                    where e.lead_id = l.id and e.at >= lot.opened_at
                      and e.step in ('QUALIFY', 'DISQUALIFY', 'MARK_DUPLICATE', 'RETURN_FOR_SUPPLEMENT')
                    order by e.ordinal limit 1) as verdict
            from sampling_lot_lead x
            join sampling_lot lot on lot.id = x.lot_id
            join lead l on l.id = x.lead_id
            where x.lot_id = :lot and x.drawn
            order by l.id
            """;

    Uni<SamplingLot> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    Uni<SamplingLot> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<SamplingLot> one(Caller caller, UUID id, LockModeType lock) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from SamplingLot where id = :id and bureau = :bureau",
                                                SamplingLot.class)
                                        .setParameter("id", id)
                                        .setParameter("bureau", bureau(caller))
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("抽样批次", "sampling lot"));
    }

    /** Lots of an instruction, the latest first. */
    Uni<List<SamplingLot>> of(Caller caller, UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from SamplingLot where instructionId = :instruction"
                                                        + " and bureau = :bureau order by openedAt desc, id desc",
                                                SamplingLot.class)
                                        .setParameter("instruction", instructionId)
                                        .setParameter("bureau", bureau(caller))
                                        .setMaxResults(MOST_LISTED)
                                        .getResultList());
    }

    /** Leads that may be reviewed by a sample and are in no lot yet. */
    Uni<List<UUID>> candidates(Caller caller, UUID instructionId, String agency, int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(CANDIDATES, String.class)
                                        .setParameter("bureau", bureau(caller))
                                        .setParameter("instruction", instructionId)
                                        .setParameter("agency", agency)
                                        .setParameter("most", most)
                                        .getResultList())
                .map(SamplingLots::ids);
    }

    /** What a rule of switching counts; nothing where no lot ever had that end. */
    Uni<Optional<Long>> acceptedSince(Caller caller, String agency, SamplingSwitches.Row rule) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ACCEPTED_SINCE, Long.class)
                                        .setParameter("bureau", bureau(caller))
                                        .setParameter("agency", agency)
                                        .setParameter("after", rule.after().name())
                                        .setParameter("plan", rule.plan().name())
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Void> add(SamplingLot lot, List<UUID> leads, Collection<UUID> drawn) {
        return Sessions.current()
                .call(session -> session.persist(lot))
                .call(session -> session.flush())
                .chain(
                        session ->
                                session.createNativeQuery(FILL)
                                        .setParameter("lot", lot.id())
                                        .setParameter("ids", Ids.joined(leads))
                                        .setParameter("drawn", Ids.joined(drawn))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The sample, with what its review found. */
    Uni<List<DrawnLead>> drawnOf(SamplingLot lot) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(DRAWN, Tuple.class)
                                        .setParameter("lot", lot.id())
                                        .getResultList())
                .map(rows -> rows.stream().map(SamplingLots::drawn).toList());
    }

    private static DrawnLead drawn(Tuple row) {
        return new DrawnLead(
                UUID.fromString(row.get("id", String.class)),
                row.get("lead_no", String.class),
                row.get("state", String.class),
                result(row.get("verdict", String.class)));
    }

    private static DrawnResult result(@Nullable String verdict) {
        if (verdict == null) {
            return DrawnResult.PENDING;
        }
        return verdict.equals("QUALIFY") ? DrawnResult.GOOD : DrawnResult.DEFECT;
    }

    /** Leads that were not drawn, wait for their review and still give no reason for doubt. */
    Uni<List<UUID>> restOf(SamplingLot lot, int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REST, String.class)
                                        .setParameter("lot", lot.id())
                                        .setParameter("most", most)
                                        .getResultList())
                .map(SamplingLots::ids);
    }

    Uni<Long> remainingOf(SamplingLot lot) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REMAINING, Long.class)
                                        .setParameter("lot", lot.id())
                                        .getSingleResult());
    }

    private static List<UUID> ids(List<String> texts) {
        return texts.stream().map(UUID::fromString).toList();
    }

    /** No other kind of organisation issues instructions. */
    private static String bureau(Caller caller) {
        return caller.isCity() ? caller.organisation() : "";
    }
}
