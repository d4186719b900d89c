package io.mingjian.detection.outcome;

import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The outcomes. Who may see one is who may see its evidence, which the doors ask first. */
@ApplicationScoped
class Outcomes {
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
