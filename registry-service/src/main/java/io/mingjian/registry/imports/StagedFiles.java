package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.filer.FilerSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Files as they came, in sealed pieces; the only SQL for them. */
@ApplicationScoped
class StagedFiles {
    static final int PIECE = 1 << 20;

    private static final String ADD =
            "insert into import_piece (import_id, seq, sealed) values (:id, :seq, :sealed)";
    private static final String READ =
            "select sealed from import_piece where import_id = :id and seq = :seq";
    private static final String REMOVE = "delete from import_piece where import_id = :id";

    private final FilerSecrets secrets;

    StagedFiles(FilerSecrets secrets) {
        this.secrets = secrets;
    }

    Uni<Void> add(Caller caller, UUID importId, int seq, byte[] sealed) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", importId)
                                        .setParameter("seq", seq)
                                        .setParameter("sealed", sealed)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A piece as it was sealed; nothing after the last one. */
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

    byte[] seal(byte[] piece, UUID importId, int seq) {
        return secrets.sealBytes(piece, importId, "piece " + seq);
    }

    byte[] open(byte[] sealed, UUID importId, int seq) {
        return secrets.openBytes(sealed, importId, "piece " + seq);
    }
}
