package io.mingjian.detection.preservation;

import io.mingjian.detection.analysis.AnalysisReading;
import io.mingjian.detection.bundle.HeadProof;
import io.mingjian.detection.bundle.Manifest;
import io.mingjian.detection.evidence.EvidenceExport;
import io.mingjian.detection.evidence.EvidenceExport.Original;
import io.mingjian.detection.preservation.BundleForm.Wish;
import io.mingjian.detection.preservation.Dossier.Part;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.TooLarge;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Puts an export on record and gathers what goes into the bundle, inside one transaction: the
 * bundle holds the entry about itself, and the head in it covers that entry too.
 */
@ApplicationScoped
class Dossiers {
    private static final long MOST_BYTES = 512L << 20;

    private final EvidenceExport evidence;
    private final AnalysisReading analyses;
    private final Heads heads;
    private final Audit audit;
    private final Clock clock;

    Dossiers(
            EvidenceExport evidence,
            AnalysisReading analyses,
            Heads heads,
            Audit audit,
            Clock clock) {
        this.evidence = evidence;
        this.analyses = analyses;
        this.heads = heads;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Dossier> open(Caller caller, Wish wish) {
        UUID bundleId = Ids.next();
        return evidence.hold(wish.ids(), caller)
                .invoke(Dossiers::refuseTooLarge)
                .call(
                        pieces ->
                                evidence.note(
                                        wish.ids(),
                                        caller,
                                        wish.purpose(),
                                        "preservation bundle " + bundleId))
                .chain(
                        pieces ->
                                proof(wish)
                                        .chain(
                                                proof ->
                                                        dossier(
                                                                bundleId, caller, wish, pieces,
                                                                proof)))
                .call(
                        dossier ->
                                audit.record(
                                        caller,
                                        wish.ids().stream().map(id -> entry(id, wish)).toList()));
    }

    private static void refuseTooLarge(List<Original> pieces) {
        if (pieces.stream().mapToLong(p -> p.fingerprint().sizeBytes()).sum() > MOST_BYTES) {
            throw new TooLarge("512 MiB");
        }
    }

    private Uni<HeadProof> proof(Wish wish) {
        return heads.closeForBundle(wish.ids()).chain(head -> heads.proof(wish.ids(), head));
    }

    private Uni<Dossier> dossier(
            UUID bundleId, Caller caller, Wish wish, List<Original> pieces, HeadProof proof) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Multi.createFrom()
                .iterable(pieces)
                .onItem()
                .transformToUniAndConcatenate(original -> part(original, caller))
                .collect()
                .asList()
                .map(
                        parts ->
                                new Dossier(
                                        bundleId,
                                        now,
                                        new Manifest.Request(caller.organisation(), wish.purpose()),
                                        parts,
                                        proof));
    }

    private Uni<Part> part(Original original, Caller caller) {
        return evidence.custody(original.id(), caller)
                .chain(
                        custody ->
                                analyses.asJson(original.id(), original.state(), caller)
                                        .map(analysis -> new Part(original, custody, analysis)));
    }

    private static AuditEntry entry(UUID id, Wish wish) {
        return AuditEntry.of("evidence.export", "evidence", id.toString())
                .forPurpose(wish.purpose());
    }
}
