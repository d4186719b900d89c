package io.mingjian.detection.sets;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The sets and the order of their members. */
@ApplicationScoped
class EvidenceSets {
    Uni<Void> add(EvidenceSet set) {
        return Sessions.current()
                .call(session -> session.persist(set))
                .call(Mutiny.Session::flush)
                .replaceWithVoid();
    }

    /** Puts members behind those that are there. */
    Uni<Void> append(UUID setId, int after, List<UUID> evidenceIds) {
        return Multi.createFrom()
                .range(0, evidenceIds.size())
                .onItem()
                .transformToUniAndConcatenate(i -> insert(setId, after + i + 1, evidenceIds.get(i)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(UUID setId, int position, UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into evidence_set_member (set_id, position,
                                                  evidence_id)
                                                values (:set, :position, :evidence)
                                                """)
                                        .setParameter("set", setId)
                                        .setParameter("position", position)
                                        .setParameter("evidence", evidenceId)
                                        .executeUpdate());
    }

    /** The ids of the members, in order. */
    Uni<List<UUID>> members(UUID setId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id from evidence_set_member
                                                 where set_id = :set order by position
                                                """,
                                                UUID.class)
                                        .setParameter("set", setId)
                                        .getResultList());
    }

    /** The other members of the sets of a piece of evidence, each once. */
    Uni<List<UUID>> mates(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select distinct other.evidence_id
                                                  from evidence_set_member mine
                                                  join evidence_set_member other
                                                    on other.set_id = mine.set_id
                                                   and other.evidence_id <> mine.evidence_id
                                                 where mine.evidence_id = :evidence
                                                 order by other.evidence_id
                                                """,
                                                UUID.class)
                                        .setParameter("evidence", evidenceId)
                                        .getResultList());
    }

    /**
     * How many claims rest on at least one of these, by the organisation that made the set; it must
     * own the evidence, as who names it in a filing must.
     */
    Uni<Map<String, Integer>> claims(List<UUID> evidenceIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select s.organisation,
                                                       cast(count(distinct s.id) as int) as claims
                                                  from evidence_set s
                                                  join evidence_set_member m on m.set_id = s.id
                                                  join evidence e
                                                    on e.id = m.evidence_id
                                                   and e.organisation = s.organisation
                                                 where m.evidence_id in (:ids)
                                                   and s.subject_kind = 'CLAIM'
                                                 group by s.organisation
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", evidenceIds)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        row ->
                                                                row.get(
                                                                        "organisation",
                                                                        String.class),
                                                        row -> row.get("claims", Integer.class))));
    }

    /**
     * A set by its id, whoever asks; the door shows of it what the caller may see of its members.
     */
    Uni<EvidenceSet> find(UUID id) {
        return Sessions.current()
                .chain(session -> session.find(EvidenceSet.class, id))
                .onItem()
                .ifNull()
                .failWith(EvidenceSets::unknown);
    }

    /** The caller's own set, locked until the end of the transaction. */
    Uni<EvidenceSet> lockOwn(UUID id, Caller caller) {
        return Sessions.current()
                .chain(
                        session ->
                                session.find(EvidenceSet.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(
                        set -> {
                            if (set == null || !set.organisation().equals(caller.organisation())) {
                                throw unknown();
                            }
                            return set;
                        });
    }

    /** The caller's set of one claim or filing, if there is one. */
    Uni<Optional<EvidenceSet>> of(Caller caller, SubjectKind kind, String reference) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select s.* from evidence_set s
                                                 where s.organisation = :organisation
                                                   and s.subject_kind = :kind
                                                   and s.reference = :reference
                                                """,
                                                EvidenceSet.class)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("kind", kind.name())
                                        .setParameter("reference", reference)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Void> flush() {
        return Sessions.current().call(Mutiny.Session::flush).replaceWithVoid();
    }

    static NotFound unknown() {
        return new NotFound("证据组", "set of evidence");
    }
}
