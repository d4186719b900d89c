package io.mingjian.detection.bank;

import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The prints of all entries, also of ended ones. Read by machines only, but for the copies. */
@ApplicationScoped
public class BankPrints {
    private static final Logger LOG = Logger.getLogger(BankPrints.class);
    private static final byte[] NONE = new byte[0];

    /**
     * A common picture goes on matching after its end: it weighs nothing, and by it one knows of a
     * fresh upload that people have decided about its picture.
     */
    private static final String MATCHES =
            "(e.bank = 'COMMON' or e.state not in ('REVOKED', 'RELEASED'))";

    /**
     * What the index is to hold of a stored print.
     *
     * @param seq its place in the order of all prints
     * @param gist as stored, perhaps by an older version; null if there was none
     */
    public record Row(long seq, UUID entryId, Bank bank, byte @Nullable [] gist) {}

    /** Stores a print; to be called by whoever puts in one at a time. */
    Uni<Void> add(UUID entryId, EvidencePrints.Stored print, byte @Nullable [] copy) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into bank_print (entry_id, sha256, print, gist, copy)
                                                values (:entry, :sha256,
                                                        nullif(:print, cast('' as bytea)),
                                                        nullif(:gist, cast('' as bytea)),
                                                        nullif(:copy, cast('' as bytea)))
                                                """)
                                        .setParameter("entry", entryId)
                                        .setParameter("sha256", print.sha256())
                                        .setParameter("print", orNone(print.print()))
                                        .setParameter("gist", orNone(print.gist()))
                                        .setParameter("copy", orNone(copy))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static byte[] orNone(byte @Nullable [] bytes) {
        return bytes == null ? NONE : bytes;
    }

    /** What stands behind a place, in order; plain pictures have no print. */
    public Uni<List<Row>> after(long seq, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select p.seq, p.entry_id, e.bank, p.gist from bank_print p
                                                  join bank_entry e on e.id = p.entry_id
                                                 where p.seq > :seq and p.print is not null
                                                 order by p.seq
                                                """,
                                                Tuple.class)
                                        .setParameter("seq", seq)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Row(
                                                                row.get("seq", Long.class),
                                                                row.get("entry_id", UUID.class),
                                                                Bank.valueOf(
                                                                        row.get(
                                                                                "bank",
                                                                                String.class)),
                                                                row.get("gist", byte[].class)))
                                        .toList());
    }

    /** The prints of those of the given entries that have one and still match. */
    public Uni<Map<UUID, ReusePrint>> find(List<UUID> entryIds) {
        if (entryIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select p.entry_id, p.print from bank_print p
                                                  join bank_entry e on e.id = p.entry_id
                                                 where p.entry_id in (:ids) and p.print is not null
                                                   and\s"""
                                                        + MATCHES,
                                                Tuple.class)
                                        .setParameter("ids", entryIds)
                                        .getResultList())
                .map(
                        rows -> {
                            Map<UUID, ReusePrint> found = new HashMap<>();
                            for (Tuple row : rows) {
                                UUID entry = row.get("entry_id", UUID.class);
                                readable(entry, row.get("print", byte[].class))
                                        .ifPresent(print -> found.put(entry, print));
                            }
                            return found;
                        });
    }

    /** One that cannot be read is told of in the log, and is no reason to fail a search. */
    private static Optional<ReusePrint> readable(UUID entryId, byte @Nullable [] print) {
        if (print == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReusePrint.fromBytes(print));
        } catch (IllegalArgumentException e) {
            LOG.errorf(
                    "print of bank entry %s cannot be read and is left out: %s",
                    entryId, e.getMessage());
            return Optional.empty();
        }
    }

    /** Entries of the very same file that still match. */
    public Uni<List<UUID>> copies(String sha256) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select p.entry_id from bank_print p
                                                  join bank_entry e on e.id = p.entry_id
                                                 where p.sha256 = :sha256 and\s"""
                                                        + MATCHES
                                                        + " order by p.entry_id",
                                                UUID.class)
                                        .setParameter("sha256", sha256)
                                        .getResultList());
    }

    /**
     * What an entry is searched for with.
     *
     * @param evidenceId where the picture is a piece of evidence
     */
    public record Query(
            UUID entryId, Optional<UUID> evidenceId, String sha256, Optional<ReusePrint> print) {}

    /** Empty if there is no such entry. */
    public Uni<Optional<Query>> query(UUID entryId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select p.entry_id, e.evidence_id, p.sha256, p.print
                                                  from bank_print p join bank_entry e on e.id = p.entry_id
                                                 where p.entry_id = :entry
                                                """,
                                                Tuple.class)
                                        .setParameter("entry", entryId)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(BankPrints::query));
    }

    private static Query query(Tuple row) {
        UUID entry = row.get("entry_id", UUID.class);
        return new Query(
                entry,
                Optional.ofNullable(row.get("evidence_id", UUID.class)),
                row.get("sha256", String.class),
                readable(entry, row.get("print", byte[].class)));
    }

    /** The small copy of an entry, if there is one. */
    Uni<Optional<byte[]>> copy(UUID entryId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select copy from bank_print
                                                 where entry_id = :entry and copy is not null
                                                """,
                                                byte[].class)
                                        .setParameter("entry", entryId)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
