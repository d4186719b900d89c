package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for files of bundles and for their bytes. The caller may see the bundle. */
@ApplicationScoped
class BundleFiles {
    static final int PIECE = 1 << 20;

    private static final String ADD =
            """
            insert into lead_bundle_file (bundle_id, file_no, name, url, captured_at, sha256, sm3, bytes, state)
            select :id, file_no, name, url, captured_at, sha256, sm3, bytes, 'WAITING'
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (
              file_no int, name text, url text, captured_at timestamptz, sha256 text, sm3 text, bytes bigint)
            """;
    private static final String ADD_PIECE =
            """
            insert into lead_bundle_piece (bundle_id, file_no, seq, content) values (:id, :no, :seq, :content)
            """;
    private static final String PIECE_OF =
            """
            select content from lead_bundle_piece where bundle_id = :id and file_no = :no and seq = :seq
            """;
    private static final String REMOVE_PIECES =
            "delete from lead_bundle_piece where bundle_id = :id and (:no < 0 or file_no = :no)";
    private static final String SETTLE =
            """
            update lead_bundle_file set state = :state, evidence_id = cast(nullif(:evidence, '') as uuid),
              refusal = nullif(:refusal, '')
            where bundle_id = :id and file_no = :no and state = 'WAITING'
            """;
    private static final String PAGE =
            """
            select file_no, name, state, cast(evidence_id as text), refusal, bytes, sha256 from lead_bundle_file
            where bundle_id = :id and (:state = 'ALL' or state = :state) and file_no > :after
            order by file_no limit :limit
            """;
    private static final String COUNT =
            """
            select count(*), count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'DELIVERED'),
              count(*) filter (where state = 'REFUSED')
            from lead_bundle_file where bundle_id = :id
            """;

    private final ObjectMapper json;

    BundleFiles(ObjectMapper json) {
        this.json = json;
    }

    /** Where a file stands. */
    enum FileState {
        WAITING,
        /** It is evidence. */
        DELIVERED,
        /** Detection does not take it as evidence. */
        REFUSED
    }

    /** A file that is kept. */
    record KeptFile(
            int no,
            String name,
            FileState state,
            @Nullable UUID evidenceId,
            @Nullable String refusal,
            long bytes,
            String sha256) {}

    /** How far the handing over is. */
    record Progress(long files, long waiting, long delivered, long refused) {}

    private record Row(
            @JsonProperty("file_no") int no,
            String name,
            @Nullable String url,
            @JsonProperty("captured_at") @Nullable String capturedAt,
            String sha256,
            String sm3,
            long bytes) {
        static Row of(BundleFile file) {
            return new Row(
                    file.no(),
                    file.member().name(),
                    file.member().url(),
                    file.member().capturedAt() == null
                            ? null
                            : file.member().capturedAt().toString(),
                    file.fingerprint().sha256(),
                    file.fingerprint().sm3(),
                    file.fingerprint().bytes());
        }
    }

    /** Files as they are kept; written by the thread that calls, before any transaction. */
    String rows(List<BundleFile> files) {
        return text(files.stream().map(Row::of).toList());
    }

    Uni<Void> add(Caller caller, UUID bundleId, String rows) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", bundleId)
                                        .setParameter("rows", rows)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> addPiece(Caller caller, UUID bundleId, int no, int seq, byte[] content) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD_PIECE)
                                        .setParameter("id", bundleId)
                                        .setParameter("no", no)
                                        .setParameter("seq", seq)
                                        .setParameter("content", content)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A piece; nothing after the last one. */
    Uni<Optional<byte[]>> piece(Caller caller, UUID bundleId, int no, int seq) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PIECE_OF, byte[].class)
                                        .setParameter("id", bundleId)
                                        .setParameter("no", no)
                                        .setParameter("seq", seq)
                                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** The next file that waits, if any does. */
    Uni<Optional<KeptFile>> next(Caller caller, UUID bundleId) {
        return page(caller, bundleId, FileState.WAITING, -1, 1)
                .map(found -> found.stream().findFirst());
    }

    /** The file is evidence now; its bytes are kept there. */
    Uni<Void> delivered(Caller caller, UUID bundleId, int no, UUID evidenceId) {
        return settle(bundleId, no, FileState.DELIVERED, evidenceId.toString(), "");
    }

    /** The file will not be evidence. */
    Uni<Void> refused(Caller caller, UUID bundleId, int no, String why) {
        return settle(bundleId, no, FileState.REFUSED, "", why);
    }

    private static Uni<Void> settle(
            UUID bundleId, int no, FileState state, String evidence, String refusal) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SETTLE)
                                        .setParameter("id", bundleId)
                                        .setParameter("no", no)
                                        .setParameter("state", state.name())
                                        .setParameter("evidence", evidence)
                                        .setParameter("refusal", refusal)
                                        .executeUpdate())
                .chain(() -> removePieces(bundleId, no));
    }

    /** Bytes that nobody needs any more. */
    Uni<Void> removeAll(Caller caller, UUID bundleId) {
        return removePieces(bundleId, -1);
    }

    private static Uni<Void> removePieces(UUID bundleId, int no) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE_PIECES)
                                        .setParameter("id", bundleId)
                                        .setParameter("no", no)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<KeptFile>> page(
            Caller caller, UUID bundleId, @Nullable FileState state, int after, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PAGE, Object[].class)
                                        .setParameter("id", bundleId)
                                        .setParameter("state", state == null ? "ALL" : state.name())
                                        .setParameter("after", after)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(BundleFiles::file).toList());
    }

    private static KeptFile file(Object[] row) {
        return new KeptFile(
                (int) row[0],
                (String) row[1],
                FileState.valueOf((String) row[2]),
                row[3] == null ? null : UUID.fromString((String) row[3]),
                (String) row[4],
                (long) row[5],
                (String) row[6]);
    }

    Uni<Progress> progress(Caller caller, UUID bundleId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(COUNT, Object[].class)
                                        .setParameter("id", bundleId)
                                        .getSingleResult())
                .map(
                        row ->
                                new Progress(
                                        (long) row[0],
                                        (long) row[1],
                                        (long) row[2],
                                        (long) row[3]));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are always writable", impossible);
        }
    }
}
