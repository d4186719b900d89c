package io.mingjian.detection.analysis;

import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The prints of all pictures of all parties. Read by machines only; no id of them reaches a person
 * unasked.
 */
@ApplicationScoped
class PicturePrints {
    private static final String INSERT =
            """
            insert into picture_print (evidence_id, sha256, print)
            values (:evidence, :sha256, nullif(:print, cast('' as bytea)))
            on conflict (evidence_id) do nothing
            """;

    /** A stored print and its place in the order of all prints. */
    record Row(long seq, UUID evidenceId, ReusePrint print) {}

    /**
     * Stores a print and gives it its place in the order of all. Runs alone in its transaction:
     * while it holds the lock no other replica takes a place, so whoever reads up to a place has
     * read all before.
     *
     * @return the place; the one it already had if it was stored before
     */
    Uni<Long> register(UUID evidenceId, String sha256, Optional<ReusePrint> print) {
        byte[] bytes = print.map(ReusePrint::toBytes).orElse(new byte[0]);
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(
                                                "select 1 from pg_advisory_xact_lock(hashtext('mingjian.prints'))",
                                                Integer.class)
                                        .getSingleResult())
                .call(
                        session ->
                                session.createNativeQuery(INSERT)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("sha256", sha256)
                                        .setParameter("print", bytes)
                                        .executeUpdate())
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select seq from picture_print where evidence_id = :evidence",
                                                Long.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResult());
    }

    /** Prints behind a place, in order; plain and broken pictures have none. */
    Uni<List<Row>> after(long seq, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select seq, evidence_id, print from picture_print
                                                 where seq > :seq and print is not null
                                                 order by seq
                                                """,
                                                Tuple.class)
                                        .setParameter("seq", seq)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PicturePrints::row).toList());
    }

    Uni<Optional<ReusePrint>> find(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select seq, evidence_id, print from picture_print
                                                 where evidence_id = :evidence and print is not null
                                                """,
                                                Tuple.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(PicturePrints::row).map(Row::print));
    }

    /** Where in the order of all prints a piece of evidence stands. */
    record Place(UUID evidenceId, long seq) {}

    /** Earlier uploads of the very same bytes, the latest first. */
    Uni<List<Place>> earlierCopies(String sha256, long before, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id, seq from picture_print
                                                 where sha256 = :sha256 and seq < :before
                                                 order by seq desc
                                                """,
                                                Tuple.class)
                                        .setParameter("sha256", sha256)
                                        .setParameter("before", before)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PicturePrints::place).toList());
    }

    /** Those of the given evidence that stand before a place. */
    Uni<List<Place>> earlier(List<UUID> evidenceIds, long before) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id, seq from picture_print
                                                 where evidence_id in (:ids) and seq < :before
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", evidenceIds)
                                        .setParameter("before", before)
                                        .getResultList())
                .map(rows -> rows.stream().map(PicturePrints::place).toList());
    }

    private static Place place(Tuple row) {
        return new Place(row.get("evidence_id", UUID.class), row.get("seq", Long.class));
    }

    private static Row row(Tuple row) {
        return new Row(
                row.get("seq", Long.class),
                row.get("evidence_id", UUID.class),
                ReusePrint.fromBytes(row.get("print", byte[].class)));
    }
}
