package io.mingjian.monitoring.indication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.contracts.EvidenceReceived;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Store of what is known about files. Each of the two events writes its own columns, the younger
 * one last.
 */
@ApplicationScoped
public class EvidenceFacts {
    private static final String RECEIVED =
            """
            insert into evidence_fact (evidence_id, organisation, media_type, sha256, sm3, received_revision, signals,
                                       reuse_count, analyzed_revision)
            values (:id, :organisation, :media, :sha256, nullif(:sm3, ''), :revision, '{"list": []}', 0, 0)
            on conflict (evidence_id) do update
            set media_type = :media, sha256 = :sha256, sm3 = nullif(:sm3, ''), received_revision = :revision
            where evidence_fact.received_revision < :revision
            """;
    private static final String ALIKE =
            """
            insert into evidence_alike (evidence_id, other_id)
            select pair.one, pair.other
            from unnest(cast(string_to_array(:others, ',') as uuid[])) as given (id)
            cross join lateral (values (cast(:id as uuid), given.id), (given.id, cast(:id as uuid))) as pair (one, other)
            where pair.one <> pair.other
            on conflict do nothing
            """;

    /**
     * Between who adds pairs and who looks for them: of a finding and a pair of its picture that
     * come at once, neither would see the other, which is not committed yet.
     */
    private static final String ADDING =
            "select 1 from (select pg_advisory_xact_lock(hashtext('evidence alike'))) as turn";

    private static final String LOOKING =
            "select 1 from (select pg_advisory_xact_lock_shared(hashtext('evidence alike'))) as turn";
    private static final String HASHES =
            """
            select cast(evidence_id as text) as id, sha256, sm3 from evidence_fact
            where organisation = :owner and sha256 is not null
              and evidence_id = any(cast(string_to_array(:ids, ',') as uuid[]))
            """;
    private static final String ANALYZED =
            """
            insert into evidence_fact (evidence_id, organisation, received_revision, band, label_verdict, signals,
                                       reuse_count, analyzed_at, first_analyzed_at, analyzed_revision)
            values (:id, :organisation, 0, :band, :verdict, cast(cast(:signals as text) as jsonb), :reuse, :at, :at, :revision)
            on conflict (evidence_id) do update
            set band = :band, label_verdict = :verdict, signals = cast(cast(:signals as text) as jsonb), reuse_count = :reuse,
                analyzed_at = :at, first_analyzed_at = coalesce(evidence_fact.first_analyzed_at, :at),
                analyzed_revision = :revision
            where evidence_fact.analyzed_revision < :revision
            """;

    private final ObjectMapper json;

    EvidenceFacts(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What is known about these files, as far as this organisation owns them. An organisation that
     * names somebody else's file learns nothing.
     */
    public Uni<List<Indication>> of(String owner, Collection<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from EvidenceFact where organisation = :owner and evidenceId in (:ids)",
                                                EvidenceFact.class)
                                        .setParameter("owner", owner)
                                        .setParameter("ids", evidenceIds)
                                        .getResultList())
                .map(facts -> facts.stream().map(EvidenceFact::toIndication).toList());
    }

    /**
     * The hashes of these files as the detection service computed them, as far as this organisation
     * owns them.
     */
    public Uni<Map<UUID, FileHashes>> hashesOf(String owner, Collection<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HASHES, Tuple.class)
                                        .setParameter("owner", owner)
                                        .setParameter("ids", Ids.joined(evidenceIds))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row ->
                                                                UUID.fromString(
                                                                        row.get(
                                                                                "id",
                                                                                String.class)),
                                                        FileHashes::of)));
    }

    /** Hashes of one file; SM3 is absent for files of earlier releases. */
    public record FileHashes(String sha256, @Nullable String sm3) {
        static FileHashes of(Tuple row) {
            return new FileHashes(row.get("sha256", String.class), row.get("sm3", String.class));
        }
    }

    Uni<Void> received(EvidenceReceived event, long revision) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(RECEIVED)
                                        .setParameter("id", event.evidenceId())
                                        .setParameter("organisation", event.organisation())
                                        .setParameter("media", event.mediaType())
                                        .setParameter("sha256", event.sha256())
                                        .setParameter("sm3", event.sm3() == null ? "" : event.sm3())
                                        .setParameter("revision", revision)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> analyzed(EvidenceAnalyzed event, long revision) {
        Instant at = event.analyzedAt().toInstant();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ANALYZED)
                                        .setParameter("id", event.evidenceId())
                                        .setParameter("organisation", event.organisation())
                                        .setParameter("band", event.band().name())
                                        .setParameter("verdict", event.labelVerdict().name())
                                        .setParameter("signals", signals(event))
                                        .setParameter("reuse", event.reuseCount())
                                        .setParameter("at", at)
                                        .setParameter("revision", revision)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * From here to the end of the transaction nobody adds pairs of alike pictures; all that were
     * added before are seen by the next statement. Many may look at once.
     */
    public Uni<Void> lookForAlike() {
        return turn(LOOKING);
    }

    private static Uni<Void> turn(String lock) {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(lock, Integer.class).getSingleResult())
                .replaceWithVoid();
    }

    /**
     * These files show the same picture as that one. Nobody looks for pairs until the transaction
     * ends, and whoever looked before has told what was found.
     */
    Uni<Void> alike(UUID evidenceId, Collection<UUID> others) {
        return turn(ADDING)
                .chain(Sessions::current)
                .chain(
                        session ->
                                session.createNativeQuery(ALIKE)
                                        .setParameter("id", evidenceId)
                                        .setParameter("others", Ids.joined(others))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private String signals(EvidenceAnalyzed event) {
        try {
            return json.writeValueAsString(new Signals(event.signals()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("event records are always writable", impossible);
        }
    }
}
