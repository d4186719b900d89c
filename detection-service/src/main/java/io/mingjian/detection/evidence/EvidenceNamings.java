package io.mingjian.detection.evidence;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What filings and leads say about evidence. Whether a row opens anything is decided when somebody
 * looks ({@link Evidences}), so rows may come before the evidence and in any order.
 */
@ApplicationScoped
class EvidenceNamings {
    private final Evidences evidences;

    EvidenceNamings(Evidences evidences) {
        this.evidences = evidences;
    }

    /**
     * One event's word about the evidence of a filing or lead.
     *
     * @param source id of the filing or lead
     * @param namingOrganisation who named the evidence; must own it
     * @param handlingOrganisation the bureau that handles the matter now and may look; none before
     *     assignment and after a return
     * @param revision number of the event within its source
     */
    record Naming(
            UUID source,
            Kind kind,
            String namingOrganisation,
            @Nullable String handlingOrganisation,
            long revision,
            List<UUID> evidenceIds) {

        /** Where the naming comes from. */
        enum Kind {
            FILING,
            LEAD
        }
    }

    /** Keeps the word of the newest event; an older one that comes late changes nothing. */
    Uni<Void> note(Naming naming) {
        List<UUID> ids = naming.evidenceIds().stream().distinct().sorted().toList();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (UUID evidenceId : ids) {
            all = all.chain(() -> note(naming, evidenceId));
        }
        return ids.size() < 2
                ? all
                : all.call(() -> evidences.revisitNamed(ids, naming.namingOrganisation()));
    }

    private static Uni<Void> note(Naming naming, UUID evidenceId) {
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
                                                 where evidence_naming.revision < excluded.revision
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
