package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Files as they came, in pieces; the only SQL for them. */
@ApplicationScoped
class LeadImportFiles {
    static final int PIECE = 1 << 20;

    private static final String ADD =
            "insert into lead_import_piece (import_id, seq, content) values (:id, :seq, :content)";
    private static final String READ =
            "select content from lead_import_piece where import_id = :id and seq = :seq";
    private static final String REMOVE = "delete from lead_import_piece where import_id = :id";

    Uni<Void> add(Caller caller, UUID importId, int seq, byte[] content) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", importId)
                                        .setParameter("seq", seq)
                                        .setParameter("content", content)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A piece; nothing after the last one. */
    Uni<Optional<byte[]>> read(Caller machine, UUID importId, int seq) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(READ, byte[].class)
                                        .setParameter("id", importId)
                                        .setParameter("seq", seq)
                                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    Uni<Void> remove(Caller caller, UUID importId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("id", importId)
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
