package io.mingjian.detection.preservation;

import io.mingjian.detection.bundle.AuditHead;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published heads. Public by nature: they tell how much there is, and nothing of anyone. */
@ApplicationScoped
class PublishedHeads {
    private static final String COLUMNS =
            "number, day, closed_at, occasion, entries, root, audit_entries, audit_hash, previous, hash";
    private static final String LOCK =
            "select count(pg_advisory_xact_lock(hashtext('mingjian.published-head'))) from (values (1)) one";
    private static final String NEWEST =
            "select " + COLUMNS + " from published_head order by number desc limit 1";
    private static final String COVERING =
            "select "
                    + COLUMNS
                    + " from published_head where entries > :place order by entries, number limit 1";
    private static final String PAGE =
            "select "
                    + COLUMNS
                    + " from published_head"
                    + " where number > :after and (:day = '' or day = cast(nullif(:day, '') as date))"
                    + " order by number limit :limit";
    private static final String ADD =
            "insert into published_head ("
                    + COLUMNS
                    + ") values (:number, :day, :at, :occasion, :entries, :root, :auditEntries,"
                    + " :auditHash, :previous, :hash)";
    private static final String HAS_DAILY =
            "select exists (select 1 from published_head where day = :day and occasion = 'DAILY')";
    private static final String AUDIT = "select seq, hash from audit_head where single";

    /** How far the service's audit chain has come. */
    record AuditState(long entries, String hash) {}

    /** Until the end of the transaction nobody else closes a head. */
    Uni<Void> lock() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(LOCK, Long.class).getSingleResult())
                .replaceWithVoid();
    }

    Uni<Optional<AuditHead>> newest() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(NEWEST, Tuple.class)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(PublishedHeads::head));
    }

    /** The first head that covers a place in the log. */
    Uni<AuditHead> covering(long place) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(COVERING, Tuple.class)
                                        .setParameter("place", place)
                                        .getSingleResult())
                .map(PublishedHeads::head);
    }

    Uni<List<AuditHead>> page(@Nullable LocalDate day, long after, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PAGE, Tuple.class)
                                        .setParameter("after", after)
                                        .setParameter("day", day == null ? "" : day.toString())
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PublishedHeads::head).toList());
    }

    Uni<Boolean> hasDaily(LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HAS_DAILY, Boolean.class)
                                        .setParameter("day", day)
                                        .getSingleResult());
    }

    /**
     * The kit keeps the audit chain in this service's database and tells its state to auditors
     * only.
     */
    Uni<AuditState> audit() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(AUDIT, Tuple.class).getSingleResult())
                .map(
                        row ->
                                new AuditState(
                                        row.get("seq", Long.class), row.get("hash", String.class)));
    }

    Uni<Void> add(AuditHead head) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("number", head.number())
                                        .setParameter("day", LocalDate.parse(head.day()))
                                        .setParameter("at", Instant.parse(head.closedAt()))
                                        .setParameter("occasion", head.occasion())
                                        .setParameter("entries", head.entries())
                                        .setParameter("root", head.root())
                                        .setParameter("auditEntries", head.auditEntries())
                                        .setParameter("auditHash", head.auditHash())
                                        .setParameter("previous", head.previous())
                                        .setParameter("hash", head.hash())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static AuditHead head(Tuple row) {
        return new AuditHead(
                row.get("number", Long.class),
                row.get("day", LocalDate.class).toString(),
                Rows.instant(row, "closed_at").toString(),
                row.get("occasion", String.class),
                row.get("entries", Long.class),
                row.get("root", String.class),
                row.get("audit_entries", Long.class),
                row.get("audit_hash", String.class),
                row.get("previous", String.class),
                row.get("hash", String.class));
    }
}
