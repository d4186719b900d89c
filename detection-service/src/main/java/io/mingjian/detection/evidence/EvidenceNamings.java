package io.mingjian.detection.evidence;

import io.mingjian.kit.session.Sessions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What filings, leads and answers to letters say about evidence. Whether a row opens anything is
 * decided when somebody looks ({@link Evidences}), so rows may come before the evidence and in any
 * order.
 */
@ApplicationScoped
class EvidenceNamings {
    private final Evidences evidences;
    private final EvidenceMatters matters;
    private final KeepingCount count;
    private final List<NamingListener> listeners;

    EvidenceNamings(
            Evidences evidences,
            EvidenceMatters matters,
            KeepingCount count,
            @All List<NamingListener> listeners) {
        this.evidences = evidences;
        this.matters = matters;
        this.count = count;
        this.listeners = listeners;
    }

    /**
     * One event's word about the evidence of a filing or lead.
     *
     * @param source id of the filing or lead
     * @param namingOrganisation who named the evidence; must own it
     * @param handlingOrganisation the bureau that handles the matter now and may look; none before
     *     assignment and after a return
     * @param revision number of the event within its source
     * @param on legal day of the event
     * @param closed whether the matter is closed with it
     */
    record Naming(
            UUID source,
            Kind kind,
            String namingOrganisation,
            @Nullable String handlingOrganisation,
            long revision,
            LocalDate on,
            boolean closed,
            List<UUID> evidenceIds) {

        /** Where the naming comes from. */
        enum Kind {
            FILING,
            LEAD,
            LETTER
        }
    }

    /**
     * Keeps the word of the newest event: what it no longer names is no longer opened by its
     * source. An older word that comes late changes nothing.
     */
    Uni<Void> note(Naming naming) {
        return matters.stands(
                        naming.source(), naming.revision(), naming.closed() ? naming.on() : null)
                .chain(() -> matters.names(naming.source(), naming.revision()))
                .chain(
                        newest ->
                                newest
                                        ? replace(naming)
                                        : recount(naming.source(), naming.on(), List.of()));
    }

    /** The matter is closed; who may see its evidence stays as it is. */
    Uni<Void> close(UUID source, long revision, LocalDate on) {
        return matters.stands(source, revision, on).chain(() -> recount(source, on, List.of()));
    }

    /** The submission of which a filing is a part. */
    Uni<Void> submitted(UUID source, UUID submission) {
        return matters.belongs(source, submission);
    }

    private Uni<Void> replace(Naming naming) {
        List<UUID> ids = naming.evidenceIds().stream().distinct().sorted().toList();
        return matters.namedBy(naming.source())
                .chain(
                        before ->
                                withdraw(naming.source(), before, ids)
                                        .chain(() -> add(naming, ids))
                                        .chain(() -> changed(naming, changed(before, ids)))
                                        .chain(() -> recount(naming.source(), naming.on(), before))
                                        .chain(() -> tell(changed(before, ids)))
                                        .chain(() -> tell(naming.source(), ids)));
    }

    /** What only one of both has, in the order of the ids. */
    private static List<UUID> changed(List<UUID> before, List<UUID> now) {
        return Stream.concat(
                        before.stream().filter(id -> !now.contains(id)),
                        now.stream().filter(id -> !before.contains(id)))
                .sorted()
                .toList();
    }

    private Uni<Void> changed(Naming naming, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : evidences.namingsChanged(ids, naming.namingOrganisation()).replaceWithVoid();
    }

    private Uni<Void> tell(List<UUID> changed) {
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.changed(changed))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Last of all: evidence is locked before what other rooms lock, and the head of the audit,
     * which they may write, behind everything.
     */
    private Uni<Void> tell(UUID source, List<UUID> ids) {
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.named(source, ids))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> recount(UUID source, LocalDate on, List<UUID> before) {
        return matters.namedBy(source)
                .map(now -> Stream.concat(before.stream(), now.stream()).distinct().toList())
                .chain(ids -> count.anew(ids, on));
    }

    private static Uni<Void> withdraw(UUID source, List<UUID> before, List<UUID> now) {
        List<UUID> gone = before.stream().filter(id -> !now.contains(id)).toList();
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                delete from evidence_naming
                                                 where source_id = :source and evidence_id in (:gone)
                                                """)
                                        .setParameter("source", source)
                                        .setParameter("gone", gone)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> add(Naming naming, List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> add(naming, id))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> add(Naming naming, UUID evidenceId) {
        String handling = naming.handlingOrganisation();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into evidence_naming (source_id, evidence_id,
                                                  source_kind, naming_organisation,
                                                  handling_organisation, revision)
                                                values (:source, :evidence, :kind, :naming,
                                                  nullif(:handling, ''), :revision)
                                                on conflict (source_id, evidence_id) do update
                                                   set handling_organisation =
                                                         excluded.handling_organisation,
                                                       revision = excluded.revision
                                                """)
                                        .setParameter("source", naming.source())
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("kind", naming.kind().name())
                                        .setParameter("naming", naming.namingOrganisation())
                                        .setParameter("handling", handling == null ? "" : handling)
                                        .setParameter("revision", naming.revision())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
