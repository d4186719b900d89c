package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.sets.SetListener;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Wishes that a piece of evidence be looked at again. They are written without a lock on its row,
 * so that whoever learns something in a transaction of its own need not wait for others; later each
 * is granted in a transaction that locks this one row.
 */
@ApplicationScoped
class AnalysisWishes implements SetListener {
    private final EvidenceWork work;
    private final Clock clock;

    AnalysisWishes(EvidenceWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is to be done again.
     *
     * @param anew the analyzers are to look at the file again; otherwise what they saw is weighed
     *     anew
     */
    private record Wish(UUID id, UUID evidenceId, String organisation, boolean anew) {
        private static Wish of(Tuple row) {
            return new Wish(
                    row.get("id", UUID.class),
                    row.get("evidence_id", UUID.class),
                    row.get("organisation", String.class),
                    row.get("anew", Boolean.class));
        }
    }

    /** A set weighs on each of its members, unless there is only one. */
    @Override
    public Uni<Void> grew(String organisation, List<UUID> members) {
        return members.size() < 2 ? Uni.createFrom().voidItem() : weigh(members, organisation);
    }

    /**
     * Wishes that these be weighed anew.
     *
     * @param organisation whose evidence made something known; only this one is told
     */
    Uni<Void> weigh(List<UUID> evidenceIds, String organisation) {
        return add(evidenceIds, organisation, false);
    }

    /** Wishes that the analyzers look at the file again, which its owner is told. */
    Uni<Void> examine(UUID evidenceId, String owner) {
        return add(List.of(evidenceId), owner, true);
    }

    /** Grants the oldest wish, if there is one that nobody else is granting. */
    Uni<Boolean> grantNext() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id, evidence_id, organisation, anew
                                                  from analysis_wish where granted_at is null
                                                 order by wished_at, id limit 1
                                                   for update skip locked
                                                """,
                                                Tuple.class)
                                        .getSingleResultOrNull())
                .chain(
                        row ->
                                row == null
                                        ? Uni.createFrom().item(false)
                                        : grant(Wish.of(row)).replaceWith(true));
    }

    /** Whether a granted wish asks for a new look at the file. */
    Uni<Boolean> wantsExamination(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (select 1 from analysis_wish
                                                  where evidence_id = :evidence
                                                    and granted_at is not null)
                                                """,
                                                Boolean.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResult());
    }

    /** The file has been looked at again, or cannot be. */
    Uni<Void> fulfilled(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                delete from analysis_wish
                                                 where evidence_id = :evidence
                                                   and granted_at is not null
                                                """)
                                        .setParameter("evidence", evidenceId)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> grant(Wish wish) {
        return work.revisit(List.of(wish.evidenceId()), wish.organisation())
                .chain(() -> wish.anew() ? keep(wish) : drop(wish))
                .replaceWithVoid();
    }

    private Uni<Integer> keep(Wish wish) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "update analysis_wish set granted_at = :now where id = :id")
                                        .setParameter("now", clock.instant())
                                        .setParameter("id", wish.id())
                                        .executeUpdate());
    }

    private static Uni<Integer> drop(Wish wish) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "delete from analysis_wish where id = :id")
                                        .setParameter("id", wish.id())
                                        .executeUpdate());
    }

    /** In one order, so that nobody waits in a circle. */
    private Uni<Void> add(List<UUID> evidenceIds, String organisation, boolean anew) {
        return Multi.createFrom()
                .iterable(evidenceIds.stream().distinct().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(id -> add(id, organisation, anew))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A wish that waits already is enough. */
    private Uni<Integer> add(UUID evidenceId, String organisation, boolean anew) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into analysis_wish (id, evidence_id, organisation,
                                                  anew, wished_at)
                                                values (:id, :evidence, :organisation, :anew, :at)
                                                on conflict do nothing
                                                """)
                                        .setParameter("id", Ids.next())
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("organisation", organisation)
                                        .setParameter("anew", anew)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate());
    }
}
