package io.mingjian.registry.evidence;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.contracts.EvidenceAnalyzed.Signal;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The indications that are known; the only SQL for them. */
@ApplicationScoped
public class Indications {
    /** A late, lower revision changes nothing. */
    private static final String KEEP =
            """
            insert into evidence_indication
              (evidence_id, organisation, revision, band, label_verdict, signals, reuse_count, analyzed_at)
            values (:evidence, :organisation, :revision, :band, :verdict, cast(cast(:signals as text) as jsonb), :reuse, :at)
            on conflict (evidence_id) do update set
              organisation = excluded.organisation, revision = excluded.revision, band = excluded.band,
              label_verdict = excluded.label_verdict, signals = excluded.signals,
              reuse_count = excluded.reuse_count, analyzed_at = excluded.analyzed_at
            where excluded.revision > evidence_indication.revision
            """;

    private static final String OF =
            """
            select evidence_id, band, label_verdict, cast(signals as text), reuse_count, analyzed_at, organisation
            from evidence_indication
            where evidence_id in (:ids) and organisation in (:owners)
            """;

    private static final TypeReference<List<Signal>> SIGNALS = new TypeReference<>() {};

    private final ObjectMapper json;

    Indications(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps what detection said, unless something newer is known. */
    Uni<Void> keep(Caller caller, EvidenceAnalyzed analyzed, long revision) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP)
                                        .setParameter("evidence", analyzed.evidenceId())
                                        .setParameter("organisation", analyzed.organisation())
                                        .setParameter("revision", revision)
                                        .setParameter("band", analyzed.band().name())
                                        .setParameter("verdict", analyzed.labelVerdict().name())
                                        .setParameter("signals", text(analyzed.signals()))
                                        .setParameter("reuse", analyzed.reuseCount())
                                        .setParameter("at", analyzed.analyzedAt().toInstant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * A piece of evidence as a filing names it; it shows an indication only if it belongs to that
     * owner.
     */
    public record Named(String owner, UUID evidenceId) {}

    /**
     * The evidence of a filing in its order, each with its indication if there is one. The caller
     * must be allowed to see the filing.
     *
     * @param owner who registered the filing; evidence of others shows no indication
     */
    public Uni<List<EvidenceView>> of(Caller caller, String owner, List<UUID> evidenceIds) {
        return known(caller, evidenceIds.stream().map(id -> new Named(owner, id)).toList())
                .map(
                        known ->
                                evidenceIds.stream()
                                        .map(
                                                id ->
                                                        known.getOrDefault(
                                                                new Named(owner, id),
                                                                EvidenceView.waiting(id)))
                                        .toList());
    }

    /** The known indications among these; for lists that show many filings. */
    public Uni<Map<Named, EvidenceView>> known(Caller caller, Collection<Named> named) {
        if (named.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter(
                                                "ids",
                                                named.stream()
                                                        .map(Named::evidenceId)
                                                        .distinct()
                                                        .toList())
                                        .setParameter(
                                                "owners",
                                                named.stream()
                                                        .map(Named::owner)
                                                        .distinct()
                                                        .toList())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                toMap(
                                                        row ->
                                                                new Named(
                                                                        (String) row[6],
                                                                        (UUID) row[0]),
                                                        this::view)));
    }

    private EvidenceView view(Object[] row) {
        return new EvidenceView(
                (UUID) row[0],
                true,
                IndicationBand.valueOf((String) row[1]),
                LabelVerdict.valueOf((String) row[2]),
                signals((String) row[3]),
                ((Number) row[4]).intValue(),
                ((OffsetDateTime) row[5]).atZoneSameInstant(LegalDay.ZONE).toOffsetDateTime(),
                null);
    }

    private String text(List<Signal> signals) {
        try {
            return json.writeValueAsString(signals);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("signals are always writable", impossible);
        }
    }

    private List<Signal> signals(String text) {
        try {
            return json.readValue(text, SIGNALS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored signals are not readable", broken);
        }
    }
}
