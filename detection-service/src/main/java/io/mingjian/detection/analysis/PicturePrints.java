package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.detection.bank.EvidencePrints;
import io.mingjian.detection.bank.Within;
import io.mingjian.detection.reuse.PictureGist;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The prints of all pictures and films of all parties. Read by machines only; no id of them reaches
 * a person unasked.
 */
@ApplicationScoped
class PicturePrints implements EvidencePrints {
    private static final Logger LOG = Logger.getLogger(PicturePrints.class);

    /** No second of a film is negative, and a parameter that is null has no type. */
    private static final double NO_FILM = -1;

    private static final String INSERT =
            """
            insert into picture_print (evidence_id, sha256, print, gist, at_second)
            values (:evidence, :sha256, nullif(:print, cast('' as bytea)),
                    nullif(:gist, cast('' as bytea)),
                    nullif(cast(:second as double precision), -1))
            on conflict (evidence_id) do update
               set print = excluded.print, gist = excluded.gist, at_second = excluded.at_second,
                   seq = default
             where picture_print.print is null and excluded.print is not null
            """;

    private static final String INSERT_FURTHER =
            """
            insert into film_print (seq, evidence_id, frame, at_second, place, print, gist)
            values (nextval(pg_get_serial_sequence('picture_print', 'seq')), :evidence, :frame,
                    nullif(cast(:second as double precision), -1), nullif(:place, ''),
                    :print, :gist)
            on conflict (evidence_id, frame) do nothing
            """;

    private final Counter unreadable;

    PicturePrints(MeterRegistry metrics) {
        this.unreadable = metrics.counter("mingjian_reuse_unreadable_prints");
    }

    /**
     * What the index is to hold of a stored print; a film and a document may have several.
     *
     * @param seq its place in the order of all prints, and its name
     * @param gist as stored, perhaps by an older version; null if there was none yet
     */
    record Row(long seq, UUID evidenceId, byte @Nullable [] gist) {}

    /**
     * Places in the order of all prints.
     *
     * @param file of the file; equal files stand in the order of these
     * @param prints the first of its prints; that of the file if it has none
     */
    record Places(long file, long prints) {}

    /**
     * Stores the prints of a piece of evidence and gives them their places in the order of all. A
     * document is none of its pictures, so all of its prints are further ones.
     *
     * <p>Runs alone in its transaction: while it holds the lock no other replica takes a place, so
     * whoever reads up to a place has read all before. What could not be looked at before, as while
     * a decoder was away, gets its print and a new place now.
     *
     * @param shown one of a picture, several of a film or a document, none of what can only be
     *     compared as a file
     * @return the places; those that it already had if it was stored before
     */
    Uni<Places> register(UUID evidenceId, String sha256, List<Shown> shown) {
        List<Shown> own = shown.stream().limit(1).filter(s -> !s.isOfDocument()).toList();
        List<Shown> further = shown.subList(own.size(), shown.size());
        Optional<ReusePrint> first = own.stream().findFirst().map(Shown::print);
        double second = own.isEmpty() ? NO_FILM : own.get(0).secondOr(NO_FILM);
        byte[] bytes = first.map(ReusePrint::toBytes).orElse(new byte[0]);
        byte[] gist = first.map(p -> p.gist().toBytes()).orElse(new byte[0]);
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(
                                                "select 1 from"
                                                        + " pg_advisory_xact_lock(hashtext('mingjian.prints'))",
                                                Integer.class)
                                        .getSingleResult())
                .call(
                        session ->
                                session.createNativeQuery(INSERT)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("sha256", sha256)
                                        .setParameter("print", bytes)
                                        .setParameter("gist", gist)
                                        .setParameter("second", second)
                                        .executeUpdate())
                .call(() -> further(evidenceId, further))
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select seq, coalesce(
                                                         case when print is null then
                                                           (select min(f.seq) from film_print f
                                                             where f.evidence_id = :evidence) end,
                                                         seq) as prints
                                                  from picture_print where evidence_id = :evidence
                                                """,
                                                Tuple.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResult())
                .map(row -> new Places(row.get("seq", Long.class), row.get("prints", Long.class)));
    }

    private static Uni<Void> further(UUID evidenceId, List<Shown> further) {
        return Multi.createFrom()
                .range(0, further.size())
                .onItem()
                .transformToUniAndConcatenate(i -> further(evidenceId, i + 1, further.get(i)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> further(UUID evidenceId, int frame, Shown shown) {
        double second = shown.isOfDocument() ? NO_FILM : shown.secondOr(0);
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(INSERT_FURTHER)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("frame", frame)
                                        .setParameter("second", second)
                                        .setParameter("place", shown.placeOr(""))
                                        .setParameter("print", shown.print().toBytes())
                                        .setParameter("gist", shown.print().gist().toBytes())
                                        .executeUpdate());
    }

    /** What stands behind a place, in order; plain and broken pictures have no print. */
    Uni<List<Row>> after(long seq, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select seq, evidence_id, gist from every_print
                                                 where seq > :seq
                                                 order by seq
                                                """,
                                                Tuple.class)
                                        .setParameter("seq", seq)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PicturePrints::row).toList());
    }

    /**
     * A stored print.
     *
     * @param second about where in the film; null for pictures
     * @param place where in the document, in words; null for pictures and films
     */
    record Stored(
            long seq,
            UUID evidenceId,
            @Nullable Double second,
            @Nullable String place,
            ReusePrint print) {}

    /** The prints at these places. */
    Uni<List<Stored>> at(List<Long> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select seq, evidence_id, at_second, place, print
                                                  from every_print where seq in (:places)
                                                """,
                                                Tuple.class)
                                        .setParameter("places", places)
                                        .getResultList())
                .map(rows -> rows.stream().flatMap(this::readable).toList());
    }

    @Override
    public Uni<Optional<EvidencePrints.Stored>> stored(UUID evidenceId) {
        return stored(
                session ->
                        session.createNativeQuery(
                                        """
                                        select p.sha256, e.print, e.gist
                                          from picture_print p
                                          left join every_print e
                                            on e.evidence_id = p.evidence_id
                                           and e.frame = 0
                                           and not exists (select 1 from film_print f
                                                            where f.evidence_id = p.evidence_id)
                                         where p.evidence_id = :evidence
                                        """,
                                        Tuple.class)
                                .setParameter("evidence", evidenceId)
                                .getSingleResultOrNull());
    }

    @Override
    public Uni<Optional<EvidencePrints.Stored>> stored(UUID evidenceId, Within within) {
        Double second = within.second();
        String place = within.place();
        return stored(
                session ->
                        session.createNativeQuery(
                                        """
                                        select p.sha256, e.print, e.gist
                                          from picture_print p
                                          join every_print e on e.evidence_id = p.evidence_id
                                         where p.evidence_id = :evidence
                                           and coalesce(e.at_second, -1) = :second
                                           and coalesce(e.place, '') = :place
                                         order by e.frame
                                        """,
                                        Tuple.class)
                                .setParameter("evidence", evidenceId)
                                .setParameter("second", second == null ? NO_FILM : second)
                                .setParameter("place", place == null ? "" : place)
                                .setMaxResults(1)
                                .getSingleResultOrNull());
    }

    private static Uni<Optional<EvidencePrints.Stored>> stored(
            Function<Mutiny.Session, Uni<Tuple>> query) {
        return Sessions.current()
                .chain(query::apply)
                .map(
                        row ->
                                Optional.ofNullable(row)
                                        .map(
                                                found ->
                                                        new EvidencePrints.Stored(
                                                                found.get("sha256", String.class),
                                                                found.get("print", byte[].class),
                                                                found.get("gist", byte[].class))));
    }

    /** All evidence of the very same bytes. */
    Uni<List<UUID>> copies(String sha256) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id from picture_print
                                                 where sha256 = :sha256 order by seq
                                                """,
                                                UUID.class)
                                        .setParameter("sha256", sha256)
                                        .getResultList());
    }

    /** All prints of the given evidence, those of a film or document in its order. */
    Uni<List<Stored>> of(List<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select seq, evidence_id, at_second, place, print
                                                  from every_print where evidence_id in (:ids)
                                                 order by evidence_id, frame
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", evidenceIds)
                                        .getResultList())
                .map(rows -> rows.stream().flatMap(this::readable).toList());
    }

    /** Keeps the gist of a print that was stored without one, or with one of another version. */
    Uni<Integer> keep(long seq, PictureGist gist) {
        return keep("picture_print", seq, gist)
                .chain(
                        kept ->
                                kept > 0
                                        ? Uni.createFrom().item(kept)
                                        : keep("film_print", seq, gist));
    }

    private static Uni<Integer> keep(String table, long seq, PictureGist gist) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "update "
                                                        + table
                                                        + " set gist = :gist where seq = :seq")
                                        .setParameter("gist", gist.toBytes())
                                        .setParameter("seq", seq)
                                        .executeUpdate());
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

    private static Place place(Tuple row) {
        return new Place(row.get("evidence_id", UUID.class), row.get("seq", Long.class));
    }

    private static Row row(Tuple row) {
        return new Row(
                row.get("seq", Long.class),
                row.get("evidence_id", UUID.class),
                row.get("gist", byte[].class));
    }

    /**
     * One that cannot be read is told of in the log and counted, and left out: the picture may be
     * destroyed by now, so that nobody can make it anew, and that is no reason to fail those that
     * are asked about.
     */
    private Stream<Stored> readable(Tuple row) {
        try {
            return Stream.of(
                    new Stored(
                            row.get("seq", Long.class),
                            row.get("evidence_id", UUID.class),
                            row.get("at_second", Double.class),
                            row.get("place", String.class),
                            ReusePrint.fromBytes(row.get("print", byte[].class))));
        } catch (IllegalArgumentException e) {
            unreadable.increment();
            LOG.errorf(
                    "print of evidence %s cannot be read and is left out: %s",
                    row.get("evidence_id", UUID.class), e.getMessage());
            return Stream.empty();
        }
    }
}
