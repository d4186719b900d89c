package io.mingjian.detection.retention;

import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The holds. Who may see one is who may see its evidence, which the doors ask first. */
@ApplicationScoped
class Holds {
    Uni<Void> add(Hold hold) {
        return Sessions.current()
                .call(session -> session.persist(hold))
                .call(Mutiny.Session::flush)
                .replaceWithVoid();
    }

    /** One hold on this piece, locked until the end of the transaction. */
    Uni<Hold> lock(UUID evidenceId, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Hold.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(
                        hold -> {
                            if (hold == null || !hold.evidenceId().equals(evidenceId)) {
                                throw new NotFound("保全", "hold");
                            }
                            return hold;
                        });
    }

    /** All holds on a piece, the latest first. */
    Uni<List<Hold>> of(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select h.* from evidence_hold h
                                                 where h.evidence_id = :evidence
                                                 order by h.placed_at desc, h.id desc
                                                """,
                                                Hold.class)
                                        .setParameter("evidence", evidenceId)
                                        .getResultList());
    }

    Uni<Void> flush() {
        return Sessions.current().call(Mutiny.Session::flush).replaceWithVoid();
    }
}
