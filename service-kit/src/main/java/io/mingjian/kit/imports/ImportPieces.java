package io.mingjian.kit.imports;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files as they came, in pieces, until they are read; the only SQL for them. */
final class ImportPieces {
    static final int SIZE = 1 << 20;

    private final String add;
    private final String read;
    private final String remove;
    private final @Nullable Seal seal;

    ImportPieces(ImportTables tables) {
        add =
                tables.sql(
                        "insert into {pieces} (import_id, seq, {content}) values (:id, :seq, :piece)");
        read = tables.sql("select {content} from {pieces} where import_id = :id and seq = :seq");
        remove = tables.sql("delete from {pieces} where import_id = :id");
        seal = tables.seal();
    }

    Uni<Void> add(Caller caller, UUID importId, int seq, byte[] piece) {
        return Sql.change(add, Map.of("id", importId, "seq", seq, "piece", piece))
                .replaceWithVoid();
    }

    /** A piece as it lies there; nothing after the last one. */
    Uni<Optional<byte[]>> read(Caller machine, UUID importId, int seq) {
        return Sql.list(read, byte[].class, Map.of("id", importId, "seq", seq))
                .map(found -> found.stream().findFirst());
    }

    Uni<Void> remove(Caller caller, UUID importId) {
        return Sql.change(remove, Map.of("id", importId)).replaceWithVoid();
    }

    byte[] seal(byte[] piece, UUID importId, int seq) {
        return seal == null ? piece : seal.seal(piece, importId, "piece " + seq);
    }

    byte[] open(byte[] sealed, UUID importId, int seq) {
        return seal == null ? sealed : seal.open(sealed, importId, "piece " + seq);
    }
}
