package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.WaitingLine.Jobs;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The evidence rows, and the only place that says who may see which.
 *
 * <p>An organisation sees what it uploaded. A bureau also sees what a filing or a lead has given to
 * it, and the city bureau sees what any filing or lead names; but only if the one who named the
 * evidence owns it, because otherwise anyone could open foreign evidence by naming it.
 */
@ApplicationScoped
class Evidences {
    private static final String VISIBLE =
            """
            (e.organisation = :organisation
             or exists (select 1 from evidence_naming n
                         where n.evidence_id = e.id
                           and n.naming_organisation = e.organisation
                           and (n.handling_organisation = :organisation or :city)))
            """;

    /**
     * From one organisation with open jobs to the next by the index, then the head of each line:
     * what it reads grows with the organisations that wait and with the jobs that are leased, not
     * with the length of the lines.
     */
    static final String DUE =
            """
            with recursive line(organisation) as (
              select min(organisation) from evidence
               where state <> 'ANALYZED' or revisits_wanted > revisits_done
              union all
              select (select min(e.organisation) from evidence e
                       where (e.state <> 'ANALYZED' or e.revisits_wanted > e.revisits_done)
                         and e.organisation > line.organisation)
                from line where line.organisation is not null),
            next as (
              select head.id, head.place + busy.jobs as turn
                from line
               cross join lateral (
                 select count(*) as jobs from evidence b
                  where (b.state <> 'ANALYZED' or b.revisits_wanted > b.revisits_done)
                    and b.organisation = line.organisation and b.lease_until >= :now) busy
               cross join lateral (
                 select first.id, first.received_at,
                        row_number() over (order by first.received_at, first.id) as place
                   from (select w.id, w.received_at from evidence w
                          where (w.state <> 'ANALYZED' or w.revisits_wanted > w.revisits_done)
                            and w.organisation = line.organisation
                            and (w.lease_until is null or w.lease_until < :now)
                          order by w.received_at, w.id limit 4 * :limit) first) head
               order by turn, head.received_at limit 4 * :limit)
            select e.* from evidence e join next on next.id = e.id
             where (e.state <> 'ANALYZED' or e.revisits_wanted > e.revisits_done)
               and (e.lease_until is null or e.lease_until < :now)
             order by next.turn, e.received_at
             limit :limit
               for update of e skip locked
            """;

    Uni<Void> add(Evidence evidence) {
        return session().chain(session -> session.persist(evidence)).chain(this::flush);
    }

    /** The evidence, if the caller may see it. */
    Uni<Evidence> require(UUID id, Caller caller) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select e.* from evidence e where e.id = :id and "
                                                        + VISIBLE,
                                                Evidence.class)
                                        .setParameter("id", id)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("city", caller.isCity())
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("证据", "evidence"));
    }

    /** Refuses like {@link #require} does, without loading the row. */
    Uni<Void> requireVisible(UUID id, Caller caller) {
        return visible(List.of(id), caller)
                .invoke(
                        seen -> {
                            if (seen.isEmpty()) {
                                throw new NotFound("证据", "evidence");
                            }
                        })
                .replaceWithVoid();
    }

    /** Those of the given ids that the caller may see. */
    Uni<Set<UUID>> visible(Collection<UUID> ids, Caller caller) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select e.id from evidence e where e.id in (:ids) and "
                                                        + VISIBLE,
                                                UUID.class)
                                        .setParameter("ids", List.copyOf(ids))
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("city", caller.isCity())
                                        .getResultList())
                .map(found -> found.stream().collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of the given ids that the caller may see, by id. */
    Uni<Map<UUID, Evidence>> seen(Caller caller, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select e.* from evidence e where e.id in (:ids) and "
                                                        + VISIBLE,
                                                Evidence.class)
                                        .setParameter("ids", List.copyOf(ids))
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("city", caller.isCity())
                                        .getResultList())
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        Evidence::id, evidence -> evidence)));
    }

    /**
     * The caller's own evidence in the order of its last change, from behind the given place on.
     *
     * @param after id of the last one already seen at {@code since}; all zero to begin
     */
    Uni<List<Evidence>> changed(Caller caller, Instant since, UUID after, int limit) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.* from evidence e
                                                 where e.organisation = :organisation
                                                   and (e.updated_at, e.id) > (:since, :after)
                                                 order by e.updated_at, e.id
                                                """,
                                                Evidence.class)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("since", since)
                                        .setParameter("after", after)
                                        .setMaxResults(limit)
                                        .getResultList());
    }

    /** What the caller may see and whose term ends before a day; what is destroyed is left out. */
    Uni<List<Evidence>> endingBefore(Caller caller, LocalDate day, Kept.Place after, int limit) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.* from evidence e
                                                 where e.content_state <> 'DESTROYED'
                                                   and e.keep_until < :day
                                                   and (e.keep_until, e.id) > (:until, :after)
                                                   and\s"""
                                                        + VISIBLE
                                                        + " order by e.keep_until, e.id",
                                                Evidence.class)
                                        .setParameter("day", day)
                                        .setParameter("until", after.until())
                                        .setParameter("after", after.id())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("city", caller.isCity())
                                        .setMaxResults(limit)
                                        .getResultList());
    }

    /**
     * Locks evidence whose job is due; what another replica is taking at this moment is skipped.
     * Organisations take turns: the first open job of each comes before the second of any, and jobs
     * that are under way count, so that nobody's thousand uploads hold up another's one. More are
     * looked at than are taken, because another replica may be at the first ones.
     */
    Uni<List<Evidence>> due(Instant now, int limit) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(DUE, Evidence.class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList());
    }

    /**
     * How other evidence stands to this one; the parts of a mixed filing are one matter, an answer
     * to a letter is none. What was put into a claim is evidence of that, whoever answers with it.
     * This one may be named by nobody yet; of the others it is told whether they are.
     */
    Uni<List<EvidenceRelation>> relations(UUID id, List<UUID> others) {
        if (others.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select o.id, o.organisation <> e.organisation as foreign_owner,
                                                       exists (select 1
                                                                 from evidence_naming n
                                                                 join evidence_naming m
                                                                   on m.evidence_id = o.id
                                                                  and m.naming_organisation = o.organisation
                                                                 left join evidence_matter here
                                                                   on here.source_id = n.source_id
                                                                 left join evidence_matter there
                                                                   on there.source_id = m.source_id
                                                                where n.evidence_id = e.id
                                                                  and n.naming_organisation = e.organisation
                                                                  and (m.source_id = n.source_id
                                                                       or here.submission_id
                                                                            = there.submission_id))
                                                         as same_matter,
                                                       exists (select 1 from evidence x
                                                                where x.id in (e.id, o.id)
                                                                  and x.claimed_on is null
                                                                  and (select bool_and(a.source_kind = 'LETTER')
                                                                         from evidence_naming a
                                                                        where a.evidence_id = x.id
                                                                          and a.naming_organisation
                                                                                = x.organisation))
                                                         as answer,
                                                       (o.claimed_on is not null
                                                        or exists (select 1
                                                                     from evidence_naming w
                                                                    where w.evidence_id = o.id
                                                                      and w.naming_organisation
                                                                            = o.organisation
                                                                      and w.source_kind <> 'LETTER'))
                                                         as named
                                                  from evidence e, evidence o
                                                 where e.id = :id and o.id in (:others)
                                                """,
                                                Tuple.class)
                                        .setParameter("id", id)
                                        .setParameter("others", others)
                                        .getResultList())
                .map(rows -> rows.stream().map(Evidences::relation).toList());
    }

    private static EvidenceRelation relation(Tuple row) {
        return new EvidenceRelation(
                row.get("id", UUID.class),
                row.get("foreign_owner", Boolean.class),
                row.get("same_matter", Boolean.class),
                row.get("answer", Boolean.class),
                row.get("named", Boolean.class));
    }

    /** Notes that a matter or a claim of their owner began or ceased to name these. */
    Uni<Integer> namingsChanged(List<UUID> ids, String namingOrganisation) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into evidence_naming_change (evidence_id, changes)
                                                select id, 1 from evidence
                                                 where id in (:ids) and organisation = :naming
                                                 order by id
                                                on conflict (evidence_id) do update
                                                   set changes = evidence_naming_change.changes + 1
                                                """)
                                        .setParameter("ids", ids)
                                        .setParameter("naming", namingOrganisation)
                                        .executeUpdate());
    }

    /** Who has how many jobs that wait or run. */
    Uni<WaitingLine> waiting(Instant now) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select organisation,
                                                       count(*) filter (where state <> 'ANALYZED')
                                                         as looks,
                                                       count(*) filter (where state = 'ANALYZED')
                                                         as again,
                                                       count(*) filter (where lease_until >= :now
                                                                          and state <> 'RECEIVED') as at_work
                                                  from evidence
                                                 where state <> 'ANALYZED'
                                                    or revisits_wanted > revisits_done
                                                 group by organisation
                                                """,
                                                Tuple.class)
                                        .setParameter("now", now)
                                        .getResultList())
                .map(Evidences::line);
    }

    private static WaitingLine line(List<Tuple> rows) {
        Map<String, Jobs> open =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get("organisation", String.class),
                                        Evidences::jobs));
        return new WaitingLine(
                open, rows.stream().mapToLong(row -> row.get("at_work", Long.class)).sum());
    }

    private static Jobs jobs(Tuple row) {
        return new Jobs(row.get("looks", Long.class), row.get("again", Long.class));
    }

    /**
     * Where a piece of evidence stands in the line of its organisation.
     *
     * @param before open jobs of the same organisation that came before it
     */
    record PlaceInLine(String organisation, Jobs before) {}

    /** Where a piece of evidence stands in the line of its organisation. */
    Uni<PlaceInLine> place(UUID id) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.organisation, before.looks, before.again
                                                  from evidence e
                                                 cross join lateral (
                                                   select count(*) filter (where o.state <> 'ANALYZED')
                                                            as looks,
                                                          count(*) filter (where o.state = 'ANALYZED')
                                                            as again
                                                     from evidence o
                                                    where o.organisation = e.organisation
                                                      and (o.state <> 'ANALYZED'
                                                        or o.revisits_wanted > o.revisits_done)
                                                      and (o.received_at, o.id)
                                                            < (e.received_at, e.id)) before
                                                 where e.id = :id
                                                """,
                                                Tuple.class)
                                        .setParameter("id", id)
                                        .getSingleResult())
                .map(row -> new PlaceInLine(row.get("organisation", String.class), jobs(row)));
    }

    /** Locks one row until the end of the transaction. For machines, which see everything. */
    Uni<Evidence> lock(UUID id) {
        return session()
                .chain(session -> session.find(Evidence.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("证据", "evidence"));
    }

    /** Locks those of the rows that are there, in one order for everybody. */
    Uni<List<Evidence>> lockAll(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.* from evidence e where e.id in (:ids)
                                                 order by e.id for update
                                                """,
                                                Evidence.class)
                                        .setParameter("ids", ids)
                                        .getResultList());
    }

    /**
     * Notes that pieces belong to a claim of their owner, which makes a matter of what was an
     * answer to a letter before. Their terms are counted anew by the next round and end nothing
     * before it; what is open keeps them meanwhile.
     */
    Uni<Void> claimed(List<UUID> ids, String organisation, LocalDate on) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update evidence
                                                   set claimed_on = :day, keeping = null,
                                                       keep_until = null, version = version + 1
                                                 where id in (select id from evidence
                                                               where id in (:ids)
                                                                 and content_state = 'KEPT'
                                                               order by id for update)
                                                """)
                                        .setParameter("day", on)
                                        .setParameter("ids", ids)
                                        .executeUpdate())
                .chain(() -> namingsChanged(ids, organisation))
                .replaceWithVoid();
    }

    private Uni<Void> flush() {
        return session().chain(Mutiny.Session::flush);
    }

    private static Uni<Mutiny.Session> session() {
        return Sessions.current();
    }
}
