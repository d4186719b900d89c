package io.mingjian.kit.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Appends to the audit chain and verifies it. */
@ApplicationScoped
public class Audit {
    private static final int VERIFY_BATCH = 1000;

    private static final String HEAD = "select seq, hash from audit_head where single";

    /**
     * Locks the head and answers it; appends in the same trip if it is the expected one. Nobody can
     * move a head that was answered before the transaction ends.
     */
    private static final String APPEND =
            """
            with head as materialized (
              select seq, hash from audit_head where single for update),
            expected as (
              select seq from head where seq = :headSeq and hash = :headHash),
            entries as (
              insert into audit_entry (seq, at, subject, organisation, action, object_type, object_id, purpose,
                                       before_hash, after_hash, hash)
              select e.seq, e.at, e.subject, e.organisation, e.action, e.object_type, e.object_id, e.purpose,
                     e.before_hash, e.after_hash, e.hash
              from expected, jsonb_to_recordset(cast(cast(:entries as text) as jsonb)) as e (
                seq bigint, at timestamptz, subject text, organisation text, action text, object_type text,
                object_id text, purpose text, before_hash text, after_hash text, hash text)),
            moved as (
              update audit_head set seq = :seq, hash = :hash from expected where single)
            select seq, hash from head
            """;

    private static final String READ =
            """
            select seq, at, subject, organisation, action, object_type, object_id, purpose, before_hash, after_hash,
                   hash
            from audit_entry where seq > :after order by seq limit :limit
            """;
    private static final String READ_OBJECT =
            """
            select seq, at, subject, organisation, action, object_type, object_id, purpose, before_hash, after_hash,
                   hash
            from audit_entry where object_id = :objectId and seq > :after order by seq limit :limit
            """;

    private final ObjectMapper json;
    private final Clock clock;

    /**
     * Where the next entry is likely to be appended. Only a guess, which the database compares: the
     * transaction that moved the head there may roll back, and other replicas move it too.
     */
    private volatile Head likely = new Head(0, "");

    Audit(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records an act in the running transaction. The chain's head stays locked until that
     * transaction ends, so call it last.
     */
    public Uni<Void> record(Caller caller, AuditEntry entry) {
        return record(caller, List.of(entry));
    }

    /** Records several acts in order; as one, so call it last. */
    public Uni<Void> record(Caller caller, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sessions.current()
                .call(Mutiny.Session::flush)
                .chain(session -> append(session, likely, caller, entries));
    }

    /**
     * Recomputes the chain from its first entry.
     *
     * @return what was found; never fails because of a broken chain
     */
    public Uni<ChainState> verify() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HEAD, Tuple.class)
                                        .getSingleResult()
                                        .chain(
                                                head ->
                                                        verifyAfter(session, ChainState.EMPTY)
                                                                .map(
                                                                        state ->
                                                                                reaches(
                                                                                        state,
                                                                                        head))));
    }

    /**
     * State of the chain.
     *
     * @param entries how many entries hold from the first on
     * @param headHash hash of the last entry that holds
     * @param brokenAt place of the first entry that does not, or that is missing
     */
    public record ChainState(long entries, String headHash, @Nullable Long brokenAt) {
        static final ChainState EMPTY = new ChainState(0, "", null);

        public boolean intact() {
            return brokenAt == null;
        }
    }

    /** An entry with the hash it was stored with. */
    public record Stored(ChainLink link, String hash) {}

    public Uni<List<Stored>> read(long after, int limit, @Nullable String objectId) {
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Tuple> query =
                                    session.createNativeQuery(
                                                    objectId == null ? READ : READ_OBJECT,
                                                    Tuple.class)
                                            .setParameter("after", after)
                                            .setParameter("limit", limit);
                            return (objectId == null
                                            ? query
                                            : query.setParameter("objectId", objectId))
                                    .getResultList();
                        })
                .map(rows -> rows.stream().map(Audit::stored).toList());
    }

    /** The second attempt starts from a head that is locked and cannot be another one again. */
    private Uni<Void> append(
            Mutiny.Session session, Head head, Caller caller, List<AuditEntry> entries) {
        List<StoredRow> rows = rows(head, caller, entries);
        StoredRow last = rows.get(rows.size() - 1);
        return session.createNativeQuery(APPEND, Tuple.class)
                .setParameter("headSeq", head.seq())
                .setParameter("headHash", head.hash())
                .setParameter("entries", text(rows))
                .setParameter("seq", last.seq())
                .setParameter("hash", last.hash())
                .getSingleResult()
                .map(Head::of)
                .chain(
                        found -> {
                            if (!found.equals(head)) {
                                return append(session, found, caller, entries);
                            }
                            likely = new Head(last.seq(), last.hash());
                            return Uni.createFrom().voidItem();
                        });
    }

    private List<StoredRow> rows(Head head, Caller caller, List<AuditEntry> entries) {
        long seq = head.seq();
        String hash = head.hash();
        List<StoredRow> rows = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            seq++;
            ChainLink link = link(seq, caller, entry);
            hash = link.hash(hash);
            rows.add(StoredRow.of(link, hash));
        }
        return rows;
    }

    private ChainLink link(long seq, Caller caller, AuditEntry entry) {
        return new ChainLink(
                seq,
                clock.instant(),
                caller.subject(),
                caller.organisation(),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.purpose() == null ? "" : entry.purpose(),
                hash(entry.before()),
                hash(entry.after()));
    }

    /** Place and hash of the chain's last entry. */
    private record Head(long seq, String hash) {
        static Head of(Tuple row) {
            return new Head(row.get("seq", Long.class), row.get("hash", String.class));
        }
    }

    /** A link with its hash, in the words of the table. */
    private record StoredRow(
            long seq,
            String at,
            String subject,
            String organisation,
            String action,
            @JsonProperty("object_type") String objectType,
            @JsonProperty("object_id") String objectId,
            String purpose,
            @JsonProperty("before_hash") String beforeHash,
            @JsonProperty("after_hash") String afterHash,
            String hash) {
        static StoredRow of(ChainLink link, String hash) {
            return new StoredRow(
                    link.seq(),
                    link.at().toString(),
                    link.subject(),
                    link.organisation(),
                    link.action(),
                    link.objectType(),
                    link.objectId(),
                    link.purpose(),
                    link.beforeHash(),
                    link.afterHash(),
                    hash);
        }
    }

    private String text(List<StoredRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers are always writable", impossible);
        }
    }

    private Uni<ChainState> verifyAfter(Mutiny.Session session, ChainState soFar) {
        return read(soFar.entries(), VERIFY_BATCH, null)
                .chain(
                        batch -> {
                            ChainState state = extend(soFar, batch);
                            return batch.size() < VERIFY_BATCH || !state.intact()
                                    ? Uni.createFrom().item(state)
                                    : verifyAfter(session, state);
                        });
    }

    static ChainState extend(ChainState soFar, List<Stored> batch) {
        ChainState state = soFar;
        for (Stored entry : batch) {
            boolean holds =
                    entry.link().seq() == state.entries() + 1
                            && entry.link().hash(state.headHash()).equals(entry.hash());
            if (!holds) {
                return new ChainState(state.entries(), state.headHash(), state.entries() + 1);
            }
            state = new ChainState(entry.link().seq(), entry.hash(), null);
        }
        return state;
    }

    /**
     * Entries cut off at the end leave the head behind. The head was read first, so that entries of
     * acts that end meanwhile only make the chain longer than it.
     */
    private static ChainState reaches(ChainState state, Tuple head) {
        long place = head.get("seq", Long.class);
        boolean cut = place > state.entries();
        boolean swapped =
                place == state.entries()
                        && !head.get("hash", String.class).equals(state.headHash());
        return state.intact() && (cut || swapped)
                ? new ChainState(state.entries(), state.headHash(), state.entries() + 1)
                : state;
    }

    private String hash(@Nullable Object state) {
        if (state == null) {
            return "";
        }
        try {
            return Sm3.hex(json.writeValueAsBytes(state));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "audited state cannot be written as JSON", unwritable);
        }
    }

    private static Stored stored(Tuple row) {
        return new Stored(
                new ChainLink(
                        row.get("seq", Long.class),
                        Rows.instant(row, "at"),
                        row.get("subject", String.class),
                        row.get("organisation", String.class),
                        row.get("action", String.class),
                        row.get("object_type", String.class),
                        row.get("object_id", String.class),
                        row.get("purpose", String.class),
                        row.get("before_hash", String.class),
                        row.get("after_hash", String.class)),
                row.get("hash", String.class));
    }
}
