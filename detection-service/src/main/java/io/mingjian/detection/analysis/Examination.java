package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.detection.analysis.AnalyzerRuns.Run;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.detection.evidence.ContentLostException;
import io.mingjian.detection.evidence.ContentStore;
import io.mingjian.detection.evidence.EvidenceTask;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.forensics.SaturationMap;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One job, from the bytes to the announced indication. Runs on a worker thread and blocks. Result,
 * chain of custody, event and the end of the job are one transaction, so a death at any line leaves
 * either all of it or a job that is taken up again.
 */
@ApplicationScoped
class Examination {
    private static final Logger LOG = Logger.getLogger(Examination.class);
    private static final AnalyzerId SELF = new AnalyzerId("examination", 1);
    private static final Caller MACHINE = Caller.machine("detection");

    private final ContentStore store;
    private final ReuseIndex reuseIndex;
    private final EvidenceWork work;
    private final PictureMatches matches;
    private final AnalyzerRuns runs;
    private final Indications indications;
    private final Outbox outbox;
    private final Audit audit;
    private final MeterRegistry metrics;
    private final Clock clock;

    Examination(
            ContentStore store,
            ReuseIndex reuseIndex,
            EvidenceWork work,
            PictureMatches matches,
            AnalyzerRuns runs,
            Indications indications,
            Outbox outbox,
            Audit audit,
            MeterRegistry metrics,
            Clock clock) {
        this.store = store;
        this.reuseIndex = reuseIndex;
        this.work = work;
        this.matches = matches;
        this.runs = runs;
        this.indications = indications;
        this.outbox = outbox;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What looking at the bytes gave. */
    private record Seen(
            List<Finding> findings, Optional<ReusePrint> print, Optional<byte[]> heatMap) {
        private static Seen unread(String code, String zhReason) {
            return new Seen(
                    List.of(new CouldNotRead(SELF, code, zhReason, Map.of())),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** An indication that is to become the next revision. */
    private record Next(
            EvidenceTask task, UUID runId, int revision, Indication indication, Reuse reuse) {}

    void run(EvidenceTask task) throws IOException {
        if (task.first()) {
            first(task);
        } else if (task.hopeless()) {
            LOG.errorf("evidence %s: not weighed anew, it failed too often", task.evidenceId());
            Blocking.transaction(() -> work.completeUnchanged(task));
        } else {
            Blocking.transaction(() -> again(task));
        }
    }

    private void first(EvidenceTask task) throws IOException {
        long from = System.nanoTime();
        Seen seen = look(task);
        List<Sighting> sightings =
                reuseIndex.register(task.evidenceId(), task.fingerprint().sha256(), seen.print());
        Run run =
                new Run(
                        Ids.next(),
                        task.evidenceId(),
                        AnalyzerPanel.ALL.stream()
                                .map(analyzer -> analyzer.id().toString())
                                .collect(Collectors.joining(" ")),
                        PanelReport.of(seen.findings()),
                        seen.heatMap(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from),
                        clock.instant());
        Blocking.transaction(() -> conclude(task, run, sightings));
    }

    private Seen look(EvidenceTask task) throws IOException {
        if (task.hopeless()) {
            return Seen.unread("GIVEN_UP", "多次分析均未能完成，已停止自动分析，请人工查看。");
        }
        byte[] bytes;
        try {
            bytes = store.read(task.fingerprint().sha256());
        } catch (ContentLostException e) {
            store.requireAnswer();
            LOG.errorf("evidence %s: %s", task.evidenceId(), e.getMessage());
            return Seen.unread("CONTENT_LOST", "原始文件缺失或已被改动，无法分析；请联系系统管理员。");
        }
        Intake intake = EvidencePicture.open(bytes);
        if (intake instanceof Intake.Accepted accepted) {
            return look(accepted.picture());
        }
        return Seen.unread("NOT_TAKEN", ((Intake.Refused) intake).zhDetail());
    }

    private Seen look(EvidencePicture picture) {
        List<Finding> findings = new ArrayList<>();
        for (Analyzer analyzer : AnalyzerPanel.ALL) {
            findings.addAll(timed(analyzer, picture));
        }
        if (picture.pixels() instanceof Decoding.Decoded decoded) {
            return new Seen(findings, ReusePrint.of(decoded.pixels()), SaturationMap.png(picture));
        }
        return new Seen(findings, Optional.empty(), Optional.empty());
    }

    /**
     * An analyzer that breaks its promise not to throw makes its own step inconclusive, not the
     * whole.
     */
    private List<Finding> timed(Analyzer analyzer, EvidencePicture picture) {
        return metrics.timer("mingjian_analysis_analyzer", "analyzer", analyzer.id().name())
                .record(
                        () -> {
                            try {
                                return analyzer.analyze(picture);
                            } catch (RuntimeException e) {
                                LOG.errorf(e, "analyzer %s failed", analyzer.id());
                                return List.of(
                                        new CouldNotRead(
                                                analyzer.id(),
                                                "ANALYZER_FAILED",
                                                "该项分析未能完成。",
                                                Map.of()));
                            }
                        });
    }

    private Uni<Void> conclude(EvidenceTask task, Run run, List<Sighting> sightings) {
        List<UUID> earlier = sightings.stream().map(Sighting::evidenceId).toList();
        return work.hold(task)
                .chain(() -> matches.add(task.evidenceId(), sightings))
                .chain(() -> runs.add(run))
                .chain(() -> reuse(task.evidenceId()))
                .map(reuse -> new Next(task, run.id(), 1, Fusion.fuse(run.report(), reuse), reuse))
                .chain(next -> settle(next, earlier));
    }

    private Uni<Void> again(EvidenceTask task) {
        return work.hold(task)
                .chain(() -> runs.latest(task.evidenceId()))
                .chain(kept -> reuse(task.evidenceId()).chain(reuse -> compare(task, kept, reuse)));
    }

    private Uni<Void> compare(EvidenceTask task, AnalyzerRuns.Kept kept, Reuse reuse) {
        Indication fresh = Fusion.fuse(kept.report(), reuse);
        return indications
                .latest(task.evidenceId())
                .chain(
                        last -> {
                            Revision known = last.orElseThrow();
                            if (known.fusionVersion() == FusionRules.VERSION
                                    && known.indication().equals(fresh)) {
                                return work.completeUnchanged(task);
                            }
                            return settle(
                                    new Next(task, kept.id(), known.revision() + 1, fresh, reuse),
                                    List.of());
                        });
    }

    /**
     * Saves the revision, ends the job, announces it, and asks for a new look at earlier evidence
     * that learns something by it. Rows are locked from the later to the earlier and the audit
     * chain last, so that workers never wait for each other in a circle.
     */
    private Uni<Void> settle(Next next, List<UUID> earlier) {
        Revision revision =
                new Revision(
                        next.task().evidenceId(),
                        next.revision(),
                        next.runId(),
                        FusionRules.VERSION,
                        next.reuse().otherMatters(),
                        next.indication(),
                        clock.instant());
        String what = "revision:" + next.revision() + " band:" + next.indication().band().name();
        return work.complete(next.task(), what)
                .chain(() -> indications.add(revision))
                .chain(
                        () ->
                                outbox.append(
                                        new Event(
                                                EventType.EVIDENCE_ANALYZED,
                                                fact(next.task(), revision))))
                .chain(() -> matches.stillTelling(earlier))
                .chain(ids -> work.revisit(ids, next.task().organisation()))
                .chain(() -> audit.record(MACHINE, entry(revision)));
    }

    private Uni<Reuse> reuse(UUID evidenceId) {
        return matches.of(evidenceId)
                .chain(
                        found ->
                                work.relations(
                                                evidenceId,
                                                found.stream().map(Sighting::evidenceId).toList())
                                        .map(relations -> Reuse.of(found, relations)));
    }

    private static EvidenceAnalyzed fact(EvidenceTask task, Revision revision) {
        Indication indication = revision.indication();
        return new EvidenceAnalyzed(
                task.evidenceId(),
                task.organisation(),
                indication.band(),
                indication.labelVerdict(),
                indication.lines().stream()
                        .map(
                                line ->
                                        new EvidenceAnalyzed.Signal(
                                                line.analyzer(),
                                                String.valueOf(line.version()),
                                                line.code(),
                                                line.strength()))
                        .toList(),
                revision.reuseCount(),
                revision.decidedAt().atZone(LegalDay.ZONE).toOffsetDateTime());
    }

    private static AuditEntry entry(Revision revision) {
        return AuditEntry.of("evidence.analyze", "evidence", revision.evidenceId().toString())
                .changing(null, revision.indication());
    }
}
