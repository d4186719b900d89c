package io.mingjian.detection.analysis;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * Pairs of evidence that show the same picture. For machines; what a person may see of it is
 * decided elsewhere.
 */
@ApplicationScoped
class PictureMatches {
    /**
     * A picture with this many matches gains nothing by one more, so those who hold it are not told
     * of further ones; this also keeps a picture that floods in from causing work without end.
     */
    static final int TELLING = 20;

    /** Keeps what the later one of each pair has found; a second telling changes nothing. */
    Uni<Void> add(UUID laterId, List<Sighting> sightings) {
        return Multi.createFrom()
                .iterable(sightings)
                .onItem()
                .transformToUniAndConcatenate(sighting -> add(laterId, sighting))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * All matches of a piece of evidence, found by it or found later by others; the closest first.
     */
    Uni<List<Sighting>> of(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select case when later_id = :id then earlier_id else later_id end as other,
                                                       kind, distance, agreement
                                                  from picture_match
                                                 where later_id = :id or earlier_id = :id
                                                 order by distance, other
                                                """,
                                                Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .setMaxResults(ReuseIndex.MOST_SIGHTINGS)
                                        .getResultList())
                .map(rows -> rows.stream().map(PictureMatches::sighting).toList());
    }

    /** The matches among the evidence of one organisation, the closest first. */
    Uni<List<Sighting>> among(UUID evidenceId, String organisation) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select o.id as other, m.kind, m.distance, m.agreement
                                                  from picture_match m
                                                  join evidence o
                                                    on o.id = case when m.later_id = :id then m.earlier_id
                                                                   else m.later_id end
                                                 where (m.later_id = :id or m.earlier_id = :id)
                                                   and o.organisation = :organisation
                                                 order by m.distance, o.id
                                                """,
                                                Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("organisation", organisation)
                                        .setMaxResults(ReuseIndex.MOST_SIGHTINGS)
                                        .getResultList())
                .map(rows -> rows.stream().map(PictureMatches::sighting).toList());
    }

    /**
     * Those of the given evidence whose holders still learn something from a new match, the latest
     * first.
     */
    Uni<List<UUID>> stillTelling(List<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select p.evidence_id from picture_print p
                                                 where p.evidence_id in (:ids)
                                                   and (select count(*) from picture_match m
                                                         where p.evidence_id in (m.later_id, m.earlier_id))
                                                       <= :telling
                                                 order by p.seq desc
                                                """,
                                                UUID.class)
                                        .setParameter("ids", evidenceIds)
                                        .setParameter("telling", TELLING)
                                        .getResultList());
    }

    private static Uni<Integer> add(UUID laterId, Sighting sighting) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into picture_match (later_id, earlier_id, kind, distance,
                                                  agreement)
                                                values (:later, :earlier, :kind, :distance, :agreement)
                                                on conflict do nothing
                                                """)
                                        .setParameter("later", laterId)
                                        .setParameter("earlier", sighting.evidenceId())
                                        .setParameter("kind", sighting.kind().name())
                                        .setParameter("distance", sighting.distance())
                                        .setParameter("agreement", sighting.agreement())
                                        .executeUpdate());
    }

    private static Sighting sighting(Tuple row) {
        return new Sighting(
                row.get("other", UUID.class),
                Sighting.Kind.valueOf(row.get("kind", String.class)),
                row.get("distance", Integer.class),
                row.get("agreement", Double.class));
    }
}
