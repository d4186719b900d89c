package io.mingjian.detection.outcome;

import io.mingjian.detection.outcome.EvidenceOutcome.Filing;
import io.mingjian.detection.outcome.EvidenceOutcome.Finding;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The outcomes. Who may see one is who may see its evidence, which the doors ask first. */
@ApplicationScoped
class Outcomes {
    private static final String WAITING_AND_NAMED =
            """
             from outcome_waiting w
             join evidence_naming n
               on n.source_id = w.filing_id and n.evidence_id = w.evidence_id
             join evidence e
               on e.id = n.evidence_id and e.organisation = n.naming_organisation
            where true
            """;

    private static final String NOT_BANKED =
            """
            o.outcome = 'GENERATED' and o.independent and o.withdrawn_at is null
            and not exists (select 1 from outcome_banked b where b.outcome_id = o.id)
            """;

    /** All pieces of the very same bytes as one of them, itself too. */
    private static final String COPIES =
            """
            select c.id from evidence c join evidence p on p.sha256 = c.sha256
             where p.id = :evidence
            """;

    Uni<Void> add(EvidenceOutcome outcome) {
        return Sessions.current()
                .call(session -> session.persist(outcome))
                .call(Mutiny.Session::flush)
                .replaceWithVoid();
    }

    /** One outcome of this piece, locked until the end of the transaction. */
    Uni<EvidenceOutcome> lock(UUID evidenceId, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.find(
                                        EvidenceOutcome.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(
                        outcome -> {
                            if (outcome == null || !outcome.evidenceId().equals(evidenceId)) {
                                throw new NotFound("结论", "outcome");
                            }
                            return outcome;
                        });
    }

    /** All outcomes of a piece, the latest first; withdrawn ones too. */
    Uni<List<EvidenceOutcome>> of(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select o.* from evidence_outcome o
                                                 where o.evidence_id = :evidence
                                                 order by o.decided_at desc, o.id desc
                                                """,
                                                EvidenceOutcome.class)
                                        .setParameter("evidence", evidenceId)
                                        .getResultList());
    }

    /** What stands for this piece from a filing. */
    Uni<Optional<EvidenceOutcome>> ofFiling(UUID evidenceId, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select o.* from evidence_outcome o
                                                 where o.evidence_id = :evidence
                                                   and o.filing_id = :filing
                                                   and o.withdrawn_at is null
                                                   for update of o
                                                """,
                                                EvidenceOutcome.class)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("filing", filingId)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /**
     * The newest revision of a filing that spoke of this piece, withdrawn or not; -1 if none did.
     */
    Uni<Long> newestOf(UUID evidenceId, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select coalesce(max(filing_revision), -1)
                                                  from evidence_outcome
                                                 where evidence_id = :evidence and filing_id = :filing
                                                """,
                                                Long.class)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("filing", filingId)
                                        .getSingleResult());
    }

    /**
     * Whether somebody's finding stands that the piece, or a copy of the very same bytes, is
     * generated, on more than a reading.
     */
    Uni<Boolean> isFoundGenerated(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (
                                                  select 1 from evidence_outcome o
                                                   where o.evidence_id in (\s"""
                                                        + COPIES
                                                        + """
                                                     ) and o.outcome = 'GENERATED' and o.independent
                                                     and o.withdrawn_at is null)
                                                """,
                                                Boolean.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResult());
    }

    /**
     * The latest finding that stands that the piece, or a copy of the very same bytes, is a
     * photograph as it was taken, on more than a reading.
     */
    Uni<Optional<EvidenceOutcome>> foundAuthentic(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select o.* from evidence_outcome o
                                                 where o.evidence_id in (\s"""
                                                        + COPIES
                                                        + """
                                                   ) and o.outcome = 'AUTHENTIC_PHOTO' and o.independent
                                                   and o.withdrawn_at is null
                                                 order by o.decided_at desc, o.id desc
                                                """,
                                                EvidenceOutcome.class)
                                        .setParameter("evidence", evidenceId)
                                        .setMaxResults(1)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** What the bank has of it from now on is for people; it is proposed once. */
    Uni<Void> banked(UUID id, Instant at) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into outcome_banked (outcome_id, banked_at)
                                                values (:id, :at) on conflict do nothing
                                                """)
                                        .setParameter("at", at)
                                        .setParameter("id", id)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Findings that are not in the bank yet though their piece has been examined by now. */
    Uni<List<UUID>> examinedMeanwhile(int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select o.id from evidence_outcome o where "
                                                        + NOT_BANKED
                                                        + """
                                                         and exists (select 1 from indication i
                                                                      where i.evidence_id = o.evidence_id)
                                                         order by random()
                                                        """,
                                                UUID.class)
                                        .setMaxResults(most)
                                        .getResultList());
    }

    /** One of these, unless somebody else is at it. */
    Uni<Optional<EvidenceOutcome>> lockNotBanked(UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select o.* from evidence_outcome o where o.id = :id and "
                                                        + NOT_BANKED
                                                        + " for update of o skip locked",
                                                EvidenceOutcome.class)
                                        .setParameter("id", id)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** What a filing said of a piece of evidence. */
    record Word(UUID evidenceId, Finding finding, Filing filing) {}

    /** Keeps a word until its filing names the piece; of several the newest. */
    Uni<Void> await(Word word) {
        Filing filing = word.filing();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into outcome_waiting (filing_id, evidence_id,
                                                  revision, outcome, rests_on, organisation, told_at)
                                                values (:filing, :evidence, :revision, :outcome,
                                                  :restsOn, :organisation, :at)
                                                on conflict (filing_id, evidence_id) do update
                                                   set revision = excluded.revision,
                                                       outcome = excluded.outcome,
                                                       rests_on = excluded.rests_on,
                                                       organisation = excluded.organisation,
                                                       told_at = excluded.told_at
                                                 where outcome_waiting.revision < excluded.revision
                                                """)
                                        .setParameter("filing", filing.id())
                                        .setParameter("evidence", word.evidenceId())
                                        .setParameter("revision", filing.revision())
                                        .setParameter("outcome", word.finding().outcome().name())
                                        .setParameter(
                                                "restsOn", RestsOn.write(word.finding().restsOn()))
                                        .setParameter("organisation", filing.organisation())
                                        .setParameter("at", filing.at())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Filings that rightfully name by now what a word of theirs waits for. */
    Uni<List<UUID>> namedMeanwhile(int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select w.filing_id "
                                                        + WAITING_AND_NAMED
                                                        + " group by w.filing_id order by random()",
                                                UUID.class)
                                        .setMaxResults(most)
                                        .getResultList());
    }

    /** Takes out a word of a filing about a piece that it rightfully names by now. */
    Uni<Optional<Word>> takeWaiting(UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                with taken as (
                                                  delete from outcome_waiting
                                                   where filing_id = :filing
                                                     and evidence_id = (select w.evidence_id
                                                """
                                                        + WAITING_AND_NAMED
                                                        + """
                                                        and w.filing_id = :filing
                                                      order by w.evidence_id limit 1)
                                                  returning *)
                                                select evidence_id, revision, outcome, rests_on,
                                                       organisation, told_at
                                                  from taken
                                                """,
                                                Tuple.class)
                                        .setParameter("filing", filingId)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> word(filingId, found)));
    }

    private static Word word(UUID filingId, Tuple row) {
        return new Word(
                row.get("evidence_id", UUID.class),
                new Finding(
                        OutcomeKind.valueOf(row.get("outcome", String.class)),
                        RestsOn.read(row.get("rests_on", String.class))),
                new Filing(
                        filingId,
                        row.get("revision", Long.class),
                        row.get("organisation", String.class),
                        Rows.instant(row, "told_at")));
    }

    /**
     * Whether a filing rightfully names this piece: whoever named it there owns it. Nobody else's
     * word about it counts.
     */
    Uni<Boolean> isNamedBy(UUID evidenceId, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (
                                                  select 1 from evidence_naming n
                                                    join evidence e
                                                      on e.id = n.evidence_id
                                                     and e.organisation = n.naming_organisation
                                                   where n.evidence_id = :evidence
                                                     and n.source_id = :filing)
                                                """,
                                                Boolean.class)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("filing", filingId)
                                        .getSingleResult());
    }

    Uni<Void> flush() {
        return Sessions.current().call(Mutiny.Session::flush).replaceWithVoid();
    }
}
