package io.mingjian.detection.evidence;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filings and leads that name evidence, and whether they are closed. */
@ApplicationScoped
class EvidenceMatters {
    /**
     * How the matters of one piece of evidence stand.
     *
     * @param closedOn if all of them are closed, the day on which the last one was
     */
    record Standing(Optional<LocalDate> closedOn) {}

    /**
     * Notes a word about which evidence a matter rests on.
     *
     * @return whether it is the newest; an older one that comes late says nothing any more
     */
    Uni<Boolean> names(UUID source, long revision) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into evidence_matter (source_id, named_revision)
                                                values (:source, :revision)
                                                on conflict (source_id) do update
                                                   set named_revision = excluded.named_revision
                                                 where evidence_matter.named_revision
                                                         < excluded.named_revision
                                                """)
                                        .setParameter("source", source)
                                        .setParameter("revision", revision)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /**
     * Notes whether a matter is open; an older word that comes late changes nothing.
     *
     * @param closedOn absent while it is open
     */
    Uni<Void> stands(UUID source, long revision, @Nullable LocalDate closedOn) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into evidence_matter (source_id, state_revision,
                                                  closed_on)
                                                values (:source, :revision,
                                                  cast(nullif(:closed, '') as date))
                                                on conflict (source_id) do update
                                                   set state_revision = excluded.state_revision,
                                                       closed_on = excluded.closed_on
                                                 where evidence_matter.state_revision
                                                         < excluded.state_revision
                                                """)
                                        .setParameter("source", source)
                                        .setParameter("revision", revision)
                                        .setParameter(
                                                "closed",
                                                closedOn == null ? "" : closedOn.toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What a matter has named so far. */
    Uni<List<UUID>> namedBy(UUID source) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id from evidence_naming
                                                 where source_id = :source
                                                """,
                                                UUID.class)
                                        .setParameter("source", source)
                                        .getResultList());
    }

    /**
     * Lets nobody else note a word of this matter until the end of the transaction. Comes before
     * the locks of its evidence, here as where a word is noted.
     */
    Uni<Void> hold(UUID source) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into evidence_matter (source_id) values (:source)
                                                on conflict (source_id) do update
                                                   set source_id = excluded.source_id
                                                """)
                                        .setParameter("source", source)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Keeps which submission a matter that was noted is a part of; it never becomes another. */
    Uni<Void> belongs(UUID source, UUID submission) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update evidence_matter set submission_id = :submission
                                                 where source_id = :source
                                                """)
                                        .setParameter("source", source)
                                        .setParameter("submission", submission)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * How many matters rightfully name at least one of these, by the organisation that named it.
     * The parts of a mixed filing are one; an answer to a letter is none, because the letter is
     * about a matter that is known already.
     */
    Uni<Map<String, Integer>> count(List<UUID> ids) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select n.naming_organisation as organisation,
                                                       cast(count(distinct coalesce(m.submission_id,
                                                                                    n.source_id))
                                                         as int) as matters
                                                  from evidence_naming n
                                                  join evidence e
                                                    on e.id = n.evidence_id
                                                   and e.organisation = n.naming_organisation
                                                  left join evidence_matter m
                                                    on m.source_id = n.source_id
                                                 where n.evidence_id in (:ids)
                                                   and n.source_kind <> 'LETTER'
                                                 group by n.naming_organisation
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", ids)
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
                                                        row -> row.get("matters", Integer.class))));
    }

    /**
     * Those of these that more than one filing or lead rightfully names, or may have named before
     * one ceased to; whether these are parts of one submission is seen when they are counted. Looks
     * at two namings of each at most: a picture may be named by thousands.
     */
    Uni<List<UUID>> inSeveral(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.id
                                                  from evidence e
                                                 cross join lateral (
                                                   select count(*) as namings
                                                     from (select 1 from evidence_naming n
                                                            where n.evidence_id = e.id
                                                              and n.naming_organisation
                                                                    = e.organisation
                                                              and n.source_kind <> 'LETTER'
                                                            limit 2) two) seen
                                                  left join evidence_naming_change c
                                                    on c.evidence_id = e.id
                                                 where e.id in (:ids)
                                                   and (seen.namings > 1
                                                     or seen.namings = 1 and c.changes > 2)
                                                 order by e.id
                                                """,
                                                UUID.class)
                                        .setParameter("ids", ids)
                                        .getResultList());
    }

    /**
     * How the matters stand that rightfully name these; what nobody names rightfully is left out.
     * Once an open one is found no further ones are looked at: thousands may name one picture.
     */
    Uni<Map<UUID, Standing>> standing(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.id, open.is_open as open,
                                                       case when not open.is_open then (
                                                         select max(m.closed_on)
                                                           from evidence_naming n
                                                           join evidence_matter m
                                                             on m.source_id = n.source_id
                                                          where n.evidence_id = e.id
                                                            and n.naming_organisation
                                                                  = e.organisation) end
                                                         as closed_on
                                                  from evidence e
                                                 cross join lateral (
                                                   select exists (
                                                     select 1 from evidence_naming n
                                                       left join evidence_matter m
                                                         on m.source_id = n.source_id
                                                      where n.evidence_id = e.id
                                                        and n.naming_organisation = e.organisation
                                                        and m.closed_on is null) as is_open
                                                   offset 0) open
                                                 where e.id in (:ids)
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", List.copyOf(ids))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .filter(EvidenceMatters::isNamed)
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        row -> row.get("id", UUID.class),
                                                        EvidenceMatters::standing)));
    }

    private static boolean isNamed(Tuple row) {
        return row.get("open", Boolean.class) || row.get("closed_on", LocalDate.class) != null;
    }

    private static Standing standing(Tuple row) {
        return new Standing(
                row.get("open", Boolean.class)
                        ? Optional.empty()
                        : Optional.of(row.get("closed_on", LocalDate.class)));
    }
}
