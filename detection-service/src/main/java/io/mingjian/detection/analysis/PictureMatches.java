package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.bank.Crowd;
import io.mingjian.detection.bank.QuarantineLimits;
import io.mingjian.detection.bank.Within;
import io.mingjian.detection.reuse.Fit;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** That a matter or a claim of its owner names the other one. */
    private static final String NAMED =
            """
            (o.claimed_on is not null
             or exists (select 1 from evidence_naming w
                         where w.evidence_id = o.id
                           and w.naming_organisation = o.organisation
                           and w.source_kind <> 'LETTER'))
            """;

    /** That the other one is an organisation's own, or of a matter that it handles. */
    private static final String AT_HAND =
            """
            (o.organisation = :organisation
             or exists (select 1 from evidence_naming h
                         where h.evidence_id = o.id
                           and h.naming_organisation = o.organisation
                           and h.handling_organisation = :organisation))
            """;

    /** Of the pairs of a piece the other one, seen from the piece. */
    private static final String SIGHTINGS =
            """
            select o.id as other, o.received_at, m.later_id = :id as found_by_it, m.kind,
                   m.distance, m.agreement, m.fit, m.shared,
                   case when m.later_id = :id then m.later_at
                        else m.earlier_at end as here,
                   case when m.later_id = :id then m.earlier_at
                        else m.later_at end as there,
                   case when m.later_id = :id then m.later_place
                        else m.earlier_place end as here_in,
                   case when m.later_id = :id then m.earlier_place
                        else m.later_place end as there_in,
                   row_number() over (order by %s m.kind <> 'IDENTICAL_FILE', m.distance,
                                               o.received_at, o.id) as place
              from picture_match m
              join evidence o
                on o.id = case when m.later_id = :id then m.earlier_id
                               else m.later_id end
             where (m.later_id = :id or m.earlier_id = :id)
            """;

    /** As {@link Sighting#CLOSEST_FIRST}; of equally close ones that which came first. */
    private static final String CLOSEST_FIRST =
            " order by s.kind <> 'IDENTICAL_FILE', s.distance, s.received_at, s.other";

    private final Clock clock;
    private final ObjectMapper json;

    PictureMatches(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /**
     * Keeps what the later one of each pair has found; a second telling changes nothing but the
     * number of pictures in common, where it has grown, nor does one by the earlier, which finds
     * the later when it is looked at again. All replicas write pairs in one order, so that none
     * waits for another in a circle.
     */
    Uni<Void> add(UUID laterId, List<Sighting> sightings) {
        return Multi.createFrom()
                .iterable(
                        sightings.stream()
                                .sorted(
                                        Comparator.comparing(
                                                        (Sighting each) ->
                                                                lesser(each.evidenceId(), laterId))
                                                .thenComparing(
                                                        each ->
                                                                greater(
                                                                        each.evidenceId(),
                                                                        laterId)))
                                .toList())
                .onItem()
                .transformToUniAndConcatenate(sighting -> add(laterId, sighting))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * What shows the picture of a piece, the closest first.
     *
     * @param more whether there is more than this, which was left out
     */
    record Found(List<Sighting> sightings, boolean more) {
        Found {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * The matches of a piece of evidence, found by it or found later by others. Of very many those
     * that a matter names stay, because these weigh, and then the closest.
     */
    Uni<Found> of(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                first("not " + NAMED + ",", ""), Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("places", ReuseIndex.MOST_SIGHTINGS + 1)
                                        .getResultList())
                .map(this::found);
    }

    /**
     * The same for somebody who looks: of very many the organisation's own and those of the matters
     * that it handles stay first. Whether it may see any of them is decided elsewhere.
     */
    Uni<Found> nearTo(String organisation, UUID evidenceId) {
        return of(evidenceId, organisation, first("not " + AT_HAND + ", not " + NAMED + ",", ""));
    }

    /** The matches among the evidence of one organisation. */
    Uni<Found> among(UUID evidenceId, String organisation) {
        return of(
                evidenceId,
                organisation,
                first("not " + NAMED + ",", " and o.organisation = :organisation"));
    }

    private Uni<Found> of(UUID evidenceId, String organisation, String query) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(query, Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("organisation", organisation)
                                        .setParameter("places", ReuseIndex.MOST_SIGHTINGS + 1)
                                        .getResultList())
                .map(this::found);
    }

    /** One place more than is told, so that it is known whether there is more. */
    private static String first(String stay, String which) {
        return "select * from ("
                + SIGHTINGS.formatted(stay)
                + which
                + ") s where s.place <= :places"
                + CLOSEST_FIRST;
    }

    private Found found(List<Tuple> rows) {
        return new Found(
                rows.stream()
                        .filter(row -> row.get("place", Long.class) <= ReuseIndex.MOST_SIGHTINGS)
                        .map(this::sighting)
                        .toList(),
                rows.size() > ReuseIndex.MOST_SIGHTINGS);
    }

    /**
     * Other evidence that shows the picture of one of these, not more than would still learn
     * something: of the latest found of each those first that a matter or a claim names, because
     * they are read.
     *
     * @return by the piece that it is like; those without any are left out
     */
    Uni<Map<UUID, List<UUID>>> alike(List<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select p.evidence_id as one, m.other
                                                  from picture_print p
                                                 cross join lateral (
                                                   select latest.other
                                                     from (select case when r.later_id = p.evidence_id
                                                                       then r.earlier_id
                                                                       else r.later_id end as other,
                                                                  r.found_at
                                                             from picture_match r
                                                            where r.later_id = p.evidence_id
                                                               or r.earlier_id = p.evidence_id
                                                            order by r.found_at desc nulls last
                                                            limit :most) latest
                                                     join evidence o on o.id = latest.other
                                                    order by not """
                                                        + NAMED
                                                        + """
                                                             , latest.found_at desc nulls last
                                                    limit :telling) m
                                                 where p.evidence_id in (:ids)
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", evidenceIds)
                                        .setParameter("most", ReuseIndex.MOST_SIGHTINGS)
                                        .setParameter("telling", TELLING)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        row -> row.get("one", UUID.class),
                                                        Collectors.mapping(
                                                                row -> row.get("other", UUID.class),
                                                                Collectors.toList()))));
    }

    /** How many matches there are among the evidence of one organisation; it only grows. */
    Uni<Integer> countAmong(UUID evidenceId, String organisation) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select cast(count(*) as int)
                                                  from picture_match m
                                                  join evidence o
                                                    on o.id = case when m.later_id = :id then m.earlier_id
                                                                   else m.later_id end
                                                 where (m.later_id = :id or m.earlier_id = :id)
                                                   and o.organisation = :organisation
                                                """,
                                                Integer.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("organisation", organisation)
                                        .getSingleResult());
    }

    /**
     * How often matters and claims of this organisation began or ceased to name the piece or any of
     * its copies there, all together; it only grows.
     */
    Uni<Integer> namingsAmong(UUID evidenceId, String organisation) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select cast(coalesce(sum(c.changes), 0) as int)
                                                  from evidence_naming_change c
                                                  join evidence o
                                                    on o.id = c.evidence_id
                                                   and o.organisation = :organisation
                                                 where c.evidence_id = :id
                                                    or c.evidence_id in (
                                                      select later_id from picture_match
                                                       where earlier_id = :id
                                                      union
                                                      select earlier_id from picture_match
                                                       where later_id = :id)
                                                """,
                                                Integer.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("organisation", organisation)
                                        .getSingleResult());
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

    /**
     * Pictures of evidence that exceed the limits and that no common picture covers, the fullest
     * first. Pieces of one filing or lead count once. What showed the picture in the days before
     * counts also where this piece came later, so that the newest upload of an old placeholder does
     * not look sudden; a piece that was paired with no more than the latest of very many is
     * compared with the time which these span. All limits are asked for here, so that no crowd of
     * one organisation takes the place of another one. A film or document is counted by its copies,
     * and apart from these each picture in it by what shows that.
     */
    Uni<List<Crowd>> crowds(QuarantineLimits limits, Instant now) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                with hot as (
                                                  select r.earlier_id as id, r.earlier_at as second,
                                                         r.earlier_place as place
                                                    from picture_match r
                                                   where r.found_at > :window
                                                     and (r.kind = 'IDENTICAL_FILE' or exists (
                                                       select 1 from every_print p
                                                        where p.evidence_id = r.earlier_id
                                                          and p.at_second is not distinct from r.earlier_at
                                                          and p.place is not distinct from r.earlier_place))
                                                     and not exists (
                                                       select 1 from bank_match b
                                                         join bank_entry c on c.id = b.entry_id
                                                        where b.evidence_id = r.earlier_id
                                                          and (b.at_second is null and b.place is null
                                                            or b.at_second is not distinct from r.earlier_at
                                                              and b.place is not distinct from r.earlier_place)
                                                          and\s"""
                                                        + BankBook.COVERS
                                                        + """
                                                     )
                                                   group by r.earlier_id, r.earlier_at, r.earlier_place
                                                  having count(*) > :matters),
                                                shown as (
                                                  select hot.*, m.later_id as other,
                                                         m.found_at > :window as lately
                                                    from hot join picture_match m
                                                      on m.earlier_id = hot.id
                                                     and m.earlier_at is not distinct from hot.second
                                                     and m.earlier_place is not distinct from hot.place
                                                   where m.found_at > :before
                                                  union all
                                                  select hot.*, m.earlier_id, false
                                                    from hot join picture_match m
                                                      on m.later_id = hot.id
                                                     and m.later_at is not distinct from hot.second
                                                     and m.later_place is not distinct from hot.place
                                                    join evidence o on o.id = m.earlier_id
                                                   where o.received_at > :before
                                                     and o.received_at <= :window),
                                                named as (
                                                  select s.id, s.second, s.place, s.lately, v.organisation,
                                                         coalesce(
                                                           (select min(cast(n.source_id as text))
                                                              from evidence_naming n
                                                             where n.evidence_id = v.id
                                                               and n.naming_organisation = v.organisation),
                                                           cast(v.id as text)) as matter
                                                    from shown s join evidence v on v.id = s.other),
                                                reach as (
                                                  select hot.*, min(o.received_at) as oldest
                                                    from hot join picture_match m
                                                      on m.later_id = hot.id
                                                     and m.later_at is not distinct from hot.second
                                                     and m.later_place is not distinct from hot.place
                                                    join evidence o on o.id = m.earlier_id
                                                   group by hot.id, hot.second, hot.place
                                                  having count(*) >= :most),
                                                counted as (
                                                select id, second, place,
                                                       cast(count(distinct matter) filter (where lately)
                                                         as int) as matters,
                                                       cast(count(distinct organisation)
                                                         filter (where lately) as int) as organisations,
                                                       cast(count(distinct matter)
                                                         filter (where not lately) as int) as former
                                                  from named group by id, second, place),
                                                compared as (
                                                  select c.*,
                                                         greatest(cast(:seconds as bigint), cast(extract(epoch from
                                                           cast(:window as timestamptz)
                                                             - greatest(r.oldest,
                                                                 cast(:before as timestamptz)))
                                                           as bigint)) as span
                                                    from counted c left join reach r
                                                      on r.id = c.id
                                                     and r.second is not distinct from c.second
                                                     and r.place is not distinct from c.place)
                                                select id, second, place, matters, organisations, former, span
                                                  from compared
                                                 where matters > :matters
                                                   and organisations > :organisations
                                                   and matters * span > cast(:factor as bigint) * former
                                                         * cast(:seconds as bigint)
                                                 order by matters desc, id, second, place
                                                """,
                                                Tuple.class)
                                        .setParameter("window", limits.windowFrom(now))
                                        .setParameter("before", limits.beforeFrom(now))
                                        .setParameter("rest", limits.restFrom(now))
                                        .setParameter("matters", limits.matters())
                                        .setParameter("organisations", limits.organisations())
                                        .setParameter("factor", limits.factor())
                                        .setParameter("seconds", limits.window().toSeconds())
                                        .setParameter("most", ReuseIndex.MOST_SIGHTINGS)
                                        .setMaxResults(ReuseIndex.MOST_SIGHTINGS)
                                        .getResultList())
                .map(rows -> rows.stream().map(PictureMatches::crowd).toList());
    }

    private static Crowd crowd(Tuple row) {
        return new Crowd(
                row.get("id", UUID.class),
                row.get("matters", Integer.class),
                row.get("organisations", Integer.class),
                row.get("former", Integer.class),
                Duration.ofSeconds(row.get("span", Long.class)),
                Within.of(row.get("second", Double.class), row.get("place", String.class)));
    }

    private Uni<Integer> add(UUID laterId, Sighting sighting) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into picture_match (later_id, earlier_id, kind, distance,
                                                  agreement, fit, found_at, later_at, earlier_at,
                                                  later_place, earlier_place, shared)
                                                select cast(:later as uuid), cast(:earlier as uuid),
                                                  cast(:kind as text), cast(:distance as int),
                                                  cast(:agreement as double precision),
                                                  nullif(cast(:fit as text), ''),
                                                  cast(:at as timestamptz),
                                                  nullif(cast(:here as double precision), -1),
                                                  nullif(cast(:there as double precision), -1),
                                                  nullif(cast(:herein as text), ''),
                                                  nullif(cast(:therein as text), ''),
                                                  cast(:shared as int)
                                                on conflict (least(later_id, earlier_id),
                                                             greatest(later_id, earlier_id))
                                                do update set shared = excluded.shared
                                                 where picture_match.shared < excluded.shared
                                                """)
                                        .setParameter("later", laterId)
                                        .setParameter("earlier", sighting.evidenceId())
                                        .setParameter("kind", sighting.kind().name())
                                        .setParameter("distance", sighting.distance())
                                        .setParameter("agreement", sighting.agreement())
                                        .setParameter(
                                                "fit", sighting.fit().map(this::write).orElse(""))
                                        .setParameter("at", clock.instant())
                                        .setParameter("here", orNone(sighting.spots().second()))
                                        .setParameter(
                                                "there", orNone(sighting.spots().otherSecond()))
                                        .setParameter("herein", orNone(sighting.spots().place()))
                                        .setParameter(
                                                "therein", orNone(sighting.spots().otherPlace()))
                                        .setParameter("shared", sighting.shared())
                                        .executeUpdate());
    }

    private static UUID lesser(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static UUID greater(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** No second of a film is negative, and a parameter that is null has no type. */
    private static double orNone(@Nullable Double second) {
        return second == null ? -1 : second;
    }

    private static String orNone(@Nullable String place) {
        return place == null ? "" : place;
    }

    /** The fit is kept as the later one of the pair found it. */
    private Sighting sighting(Tuple row) {
        Optional<Fit> fit = Optional.ofNullable(row.get("fit", String.class)).map(this::read);
        return new Sighting(
                row.get("other", UUID.class),
                Sighting.Kind.valueOf(row.get("kind", String.class)),
                row.get("distance", Integer.class),
                row.get("agreement", Double.class),
                row.get("found_by_it", Boolean.class) ? fit : fit.map(Fit::reversed),
                new Spots(
                        row.get("here", Double.class),
                        row.get("there", Double.class),
                        row.get("here_in", String.class),
                        row.get("there_in", String.class)),
                row.get("shared", Integer.class));
    }

    private String write(Fit fit) {
        try {
            return json.writeValueAsString(fit);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fit is plain data", e);
        }
    }

    private Fit read(String fit) {
        try {
            return json.readValue(fit, Fit.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept fit is readable", e);
        }
    }
}
