package io.mingjian.detection.evidence;

import io.mingjian.detection.content.Fingerprint;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which contents are to be destroyed, and whether others still need the same bytes. */
@ApplicationScoped
class KeptContents {
    /**
     * Holds one content until the end of the transaction: whoever takes in or destroys the same
     * bytes waits. Comes after the lock of an evidence row.
     */
    Uni<Void> lock(String sha256) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select 1 from pg_advisory_xact_lock(
                                                  hashtextextended('mingjian.content ' || cast(:sha256 as text), 0))
                                                """,
                                                Integer.class)
                                        .setParameter("sha256", sha256)
                                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Those of the names whose bytes no piece of evidence keeps. */
    Uni<List<String>> withoutOwner(List<String> sha256) {
        if (sha256.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select distinct sha256 from evidence
                                                 where sha256 in (:names)
                                                   and content_state <> 'DESTROYED'
                                                """,
                                                String.class)
                                        .setParameter("names", sha256)
                                        .getResultList())
                .map(owned -> sha256.stream().filter(name -> !owned.contains(name)).toList());
    }

    /** Whether another piece of evidence keeps the same bytes. */
    Uni<Boolean> areSharedWithOthers(UUID evidenceId, Fingerprint file) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (select 1 from evidence
                                                                where sha256 = :sha256 and id <> :id
                                                                  and content_state = 'KEPT')
                                                """,
                                                Boolean.class)
                                        .setParameter("sha256", file.sha256())
                                        .setParameter("id", evidenceId)
                                        .getSingleResult());
    }

    /**
     * What may be destroyed on a day, or was begun to be, by id.
     *
     * @param after id of the last one already seen
     */
    Uni<List<UUID>> due(LocalDate day, UUID after, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id from evidence
                                                 where id > :after
                                                   and (content_state = 'DESTROYING'
                                                        or content_state = 'KEPT' and holds = 0
                                                           and state = 'ANALYZED'
                                                           and keep_until < :day)
                                                 order by id
                                                """,
                                                UUID.class)
                                        .setParameter("after", after)
                                        .setParameter("day", day)
                                        .setMaxResults(limit)
                                        .getResultList());
    }

    /** What came in before there were terms. */
    Uni<List<UUID>> notCounted(int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id from evidence where keeping is null
                                                 order by id
                                                """,
                                                UUID.class)
                                        .setMaxResults(limit)
                                        .getResultList());
    }
}
