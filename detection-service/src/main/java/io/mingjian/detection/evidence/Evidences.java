package io.mingjian.detection.evidence;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /**
     * Locks evidence whose job is due; what another replica is taking at this moment is skipped.
     */
    Uni<List<Evidence>> due(Instant now, int limit) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.* from evidence e
                                                 where (e.state <> 'ANALYZED'
                                                        or e.revisits_wanted > e.revisits_done)
                                                   and (e.lease_until is null or e.lease_until < :now)
                                                 order by e.received_at
                                                 limit :limit
                                                   for update skip locked
                                                """,
                                                Evidence.class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList());
    }

    /** How other evidence stands to this one. */
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
                                                                   on m.source_id = n.source_id
                                                                where n.evidence_id = e.id
                                                                  and n.naming_organisation = e.organisation
                                                                  and m.evidence_id = o.id
                                                                  and m.naming_organisation = o.organisation)
                                                         as same_matter
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
                row.get("same_matter", Boolean.class));
    }

    /**
     * Asks for a new look at evidence that one matter names together, because copies within one
     * matter weigh nothing.
     */
    Uni<Integer> revisitNamed(List<UUID> ids, String namingOrganisation) {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update evidence
                                                   set revisits_wanted = revisits_wanted + 1,
                                                       version = version + 1
                                                 where id in (select id from evidence
                                                               where id in (:ids) and organisation = :naming
                                                               order by id for update)
                                                """)
                                        .setParameter("ids", ids)
                                        .setParameter("naming", namingOrganisation)
                                        .executeUpdate());
    }

    /** How many jobs wait or run. */
    Uni<Long> openWork() {
        return session()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select count(*) from evidence
                                                 where state <> 'ANALYZED'
                                                    or revisits_wanted > revisits_done
                                                """,
                                                Long.class)
                                        .getSingleResult());
    }

    /** Locks one row until the end of the transaction. For machines, which see everything. */
    Uni<Evidence> lock(UUID id) {
        return session()
                .chain(session -> session.find(Evidence.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("证据", "evidence"));
    }

    private Uni<Void> flush() {
        return session().chain(Mutiny.Session::flush);
    }

    private static Uni<Mutiny.Session> session() {
        return Sessions.current();
    }
}
