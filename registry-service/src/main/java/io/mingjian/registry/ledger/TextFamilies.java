package io.mingjian.registry.ledger;

import static java.util.Comparator.comparingDouble;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Families of texts that are nearly the same; the only SQL for them. A text is compared with the
 * first text of each family only, so that a template that thousands use costs one row.
 */
@ApplicationScoped
class TextFamilies {
    private static final int NAMESPACE = 135;

    private static final String ALIKE =
            """
            select distinct f.id, f.signature
            from unnest(cast(cast(:bands as text) as int[])) as b (band)
              cross join lateral (select t.family_id from text_band t where t.band = b.band limit 200) t
              join text_family f on f.id = t.family_id
            limit 200
            """;

    private static final String HOLD =
            """
            select count(pg_advisory_xact_lock(%d, band)) from
              (select distinct band from unnest(cast(cast(:bands as text) as int[])) as b (band) order by band) held
            """
                    .formatted(NAMESPACE);

    private static final String FOUND =
            """
            with made as (
              insert into text_family (signature) values (:signature) returning id),
            kept as (
              insert into text_band (band, family_id)
              select distinct b.band, made.id from made, unnest(cast(cast(:bands as text) as int[])) as b (band))
            select id from made
            """;

    /** The family that a text belongs to; a new one if there is none like it. */
    Uni<Long> of(Caller machine, TextSignature signature) {
        return Sessions.current()
                .chain(
                        session ->
                                known(session, signature)
                                        .chain(
                                                found ->
                                                        found.map(Uni.createFrom()::item)
                                                                .orElseGet(
                                                                        () ->
                                                                                found(
                                                                                        session,
                                                                                        signature))));
    }

    /** Whoever founds a family waits for those who found one alike, and looks once more. */
    private static Uni<Long> found(Mutiny.Session session, TextSignature signature) {
        return session.createNativeQuery(HOLD, Long.class)
                .setParameter("bands", text(signature))
                .getSingleResult()
                .chain(() -> known(session, signature))
                .chain(
                        found ->
                                found.map(Uni.createFrom()::item)
                                        .orElseGet(() -> insert(session, signature)));
    }

    private static Uni<Long> insert(Mutiny.Session session, TextSignature signature) {
        return session.createNativeQuery(FOUND, Long.class)
                .setParameter("signature", signature.bytes())
                .setParameter("bands", text(signature))
                .getSingleResult();
    }

    private static Uni<Optional<Long>> known(Mutiny.Session session, TextSignature signature) {
        return session.createNativeQuery(ALIKE, Object[].class)
                .setParameter("bands", text(signature))
                .getResultList()
                .map(rows -> nearest(rows, signature));
    }

    private static Optional<Long> nearest(List<Object[]> rows, TextSignature signature) {
        record Near(Long id, double likeness) {}
        return rows.stream()
                .map(
                        row ->
                                new Near(
                                        (Long) row[0],
                                        signature.likeness(TextSignature.of((byte[]) row[1]))))
                .filter(near -> near.likeness() >= TextSignature.SAME)
                .max(comparingDouble(Near::likeness))
                .map(Near::id);
    }

    private static String text(TextSignature signature) {
        return Arrays.stream(signature.bands())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
