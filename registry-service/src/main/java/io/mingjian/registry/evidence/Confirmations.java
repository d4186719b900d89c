package io.mingjian.registry.evidence;

import static java.util.stream.Collectors.toMap;

import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Stale;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What people found about evidence; the only SQL for it. Rows are only added. */
@ApplicationScoped
public class Confirmations {
    private static final String ADD =
            """
            insert into evidence_confirmation (filing_id, evidence_id, version, kind, truth, rests_on, reasons,
              confirmed_by, confirmed_by_subject, organisation, confirmed_at)
            values (:filing, :evidence, :version, :kind, :truth, :restsOn, :reasons, :name, :subject, :organisation, :at)
            on conflict do nothing
            """;

    private static final String OF =
            """
            select evidence_id, version, truth, rests_on, reasons, confirmed_by, organisation, confirmed_at
            from evidence_confirmation where filing_id = :filing order by version desc
            """;

    /**
     * Adds a finding after the one that was read.
     *
     * @throws Stale if somebody else has added one meanwhile
     */
    Uni<Void> add(Caller caller, FilingKind kind, UUID filingId, Confirmation found) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("filing", filingId)
                                        .setParameter("evidence", found.evidenceId())
                                        .setParameter("version", found.version())
                                        .setParameter("kind", kind.name())
                                        .setParameter("truth", found.truth().name())
                                        .setParameter("restsOn", found.restsOn().name())
                                        .setParameter("reasons", found.reasons())
                                        .setParameter("name", caller.name())
                                        .setParameter("subject", caller.subject())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("at", found.confirmedAt().toInstant())
                                        .executeUpdate())
                .invoke(
                        rows -> {
                            if (rows == 0) {
                                throw new Stale();
                            }
                        })
                .replaceWithVoid();
    }

    /** All findings about the evidence of a filing that the caller may see, newest first. */
    Uni<List<Confirmation>> of(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Tuple.class)
                                        .setParameter("filing", filingId)
                                        .getResultList())
                .map(rows -> rows.stream().map(Confirmations::confirmation).toList());
    }

    /** The evidence of a filing, each with the latest finding about it if there is one. */
    public Uni<List<EvidenceView>> beside(
            Caller caller, UUID filingId, List<EvidenceView> evidence) {
        if (evidence.isEmpty()) {
            return Uni.createFrom().item(evidence);
        }
        return of(caller, filingId)
                .map(
                        all -> {
                            Map<UUID, Confirmation> latest =
                                    all.stream()
                                            .collect(
                                                    toMap(
                                                            Confirmation::evidenceId,
                                                            each -> each,
                                                            (newer, older) -> newer));
                            return evidence.stream()
                                    .map(each -> each.with(latest.get(each.evidenceId())))
                                    .toList();
                        });
    }

    private static Confirmation confirmation(Tuple row) {
        return Confirmation.of(
                row.get("evidence_id", UUID.class),
                row.get("version", Integer.class),
                EvidenceTruth.valueOf(text(row, "truth")),
                RestsOn.valueOf(text(row, "rests_on")),
                text(row, "reasons"),
                text(row, "confirmed_by"),
                text(row, "organisation"),
                Rows.instant(row, "confirmed_at"));
    }

    private static String text(Tuple row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
