package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.AnalyzerRuns.Run;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.bank.BankSighting;
import io.mingjian.detection.content.ContentLostException;
import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.evidence.EvidenceTask;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.evidence.Pace;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.forensics.SaturationMap;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceDocument;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.sets.SetMates;
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
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One job, from the bytes to the announced indication. Runs on a worker thread and blocks. Result,
 * chain of custody, event and the end of the job are one transaction, so a death at any line leaves
 * either all of it or a job that is taken up again.
 */
@ApplicationScoped
class Examination {
    /** How many earlier pieces with the same picture an event names. */
    private static final int MOST_TOLD = 20;

    private static final Logger LOG = Logger.getLogger(Examination.class);
    private static final AnalyzerId SELF = new AnalyzerId("examination", 1);
    private static final String CONTENT_LOST = "CONTENT_LOST";

    /** No organisation has this name, so none is told. */
    private static final String NOBODY = "";

    private static final Caller MACHINE = Caller.machine("detection");

    private final ContentStore store;
    private final ReuseIndex reuseIndex;
    private final BankIndex bankIndex;
    private final BankBook banks;
    private final EvidenceWork work;
    private final PictureMatches matches;
    private final Knowledge knowledge;
    private final AnalysisWishes wishes;
    private final SetMates mates;
    private final AnalyzerRuns runs;
    private final Indications indications;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final PanelLook panel;

    Examination(
            ContentStore store,
            ReuseIndex reuseIndex,
            BankIndex bankIndex,
            BankBook banks,
            EvidenceWork work,
            PictureMatches matches,
            Knowledge knowledge,
            AnalysisWishes wishes,
            SetMates mates,
            AnalyzerRuns runs,
            Indications indications,
            Outbox outbox,
            Audit audit,
            MeterRegistry metrics,
            Clock clock) {
        this.store = store;
        this.reuseIndex = reuseIndex;
        this.bankIndex = bankIndex;
        this.banks = banks;
        this.work = work;
        this.matches = matches;
        this.knowledge = knowledge;
        this.wishes = wishes;
        this.mates = mates;
        this.runs = runs;
        this.indications = indications;
        this.outbox = outbox;
        this.audit = audit;
        this.panel = new PanelLook(AnalyzerPanel.ALL, new TimedQuestions(metrics));
        this.clock = clock;
    }

    /** What looking at the bytes gave. */
    record Seen(
            List<Finding> findings,
            List<Shown> shown,
            Optional<byte[]> heatMap,
            List<Score> scores) {
        private static Seen of(List<Finding> findings) {
            return of(findings, List.of());
        }

        private static Seen of(List<Finding> findings, List<Shown> shown) {
            return new Seen(findings, shown, Optional.empty(), List.of());
        }

        private static Seen drawn(Optional<byte[]> heatMap) {
            return new Seen(List.of(), List.of(), heatMap, List.of());
        }

        private static Seen of(FilePrints prints) {
            return of(prints.note().stream().<Finding>map(note -> note).toList(), prints.shown());
        }

        static Seen unread(String code, String zhReason) {
            return of(
                    List.of(
                            new CouldNotRead(SELF, code, zhReason, Map.of()),
                            Searched.not("文件未能读取。")));
        }

        /** What the parts saw, in their order. */
        private static Seen joined(List<Seen> parts) {
            return new Seen(
                    parts.stream().flatMap(part -> part.findings().stream()).toList(),
                    parts.stream().flatMap(part -> part.shown().stream()).toList(),
                    parts.stream().flatMap(part -> part.heatMap().stream()).findFirst(),
                    parts.stream().flatMap(part -> part.scores().stream()).toList());
        }

        /** The same with how the analyzers scored this picture. */
        private Seen scored(EvidencePicture picture) {
            return new Seen(findings, shown, heatMap, Score.of(picture, findings));
        }

        private Seen with(List<Finding> more) {
            return joined(List.of(this, of(more)));
        }

        private Seen with(FilePrints prints) {
            return joined(List.of(this, of(prints)));
        }

        private boolean lost() {
            return findings.stream()
                    .anyMatch(
                            finding ->
                                    finding instanceof CouldNotRead unread
                                            && unread.code().equals(CONTENT_LOST));
        }
    }

    /** An indication that is to become the next revision. */
    private record Next(
            EvidenceTask task,
            UUID runId,
            Optional<Revision> before,
            boolean examined,
            FusionInput input) {
        private int revision() {
            return before.map(Revision::revision).orElse(0) + 1;
        }

        private Indication indication() {
            return Fusion.fuse(FusionRules.current(), input);
        }
    }

    /** The answer is what it came to. */
    Pace.Kind run(EvidenceTask task) throws IOException {
        if (task.first()) {
            first(task);
            return Pace.Kind.LOOK;
        }
        if (task.hopeless()) {
            LOG.errorf("evidence %s: not weighed anew, it failed too often", task.evidenceId());
            Blocking.transaction(
                    () ->
                            work.completeUnchanged(task)
                                    .chain(() -> wishes.fulfilled(task.evidenceId())));
        } else if (Blocking.session(() -> wishes.wantsExamination(task.evidenceId()))) {
            anew(task);
            return Pace.Kind.LOOK;
        } else {
            Blocking.transaction(() -> again(task));
        }
        return Pace.Kind.AGAIN;
    }

    private void first(EvidenceTask task) throws IOException {
        long from = System.nanoTime();
        conclude(task, look(task), from);
    }

    /** What was seen before stays; where the file is gone it is all that can be weighed. */
    private void anew(EvidenceTask task) throws IOException {
        long from = System.nanoTime();
        Seen seen = look(task);
        if (seen.lost()) {
            Blocking.transaction(
                    () -> wishes.fulfilled(task.evidenceId()).chain(() -> again(task)));
        } else {
            conclude(task, seen, from);
        }
    }

    private void conclude(EvidenceTask task, Seen seen, long from) {
        List<Sighting> sightings =
                reuseIndex.register(
                        task.evidenceId(),
                        task.fingerprint().sha256(),
                        seen.shown(),
                        bankIndex.common(seen.shown()));
        List<BankSighting> inBanks = bankIndex.search(task.fingerprint().sha256(), seen.shown());
        Run run =
                new Run(
                        Ids.next(),
                        task.evidenceId(),
                        String.join(" ", AnalyzerPanel.names()),
                        PanelReport.of(seen.findings()),
                        seen.heatMap(),
                        seen.scores(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from),
                        clock.instant());
        Blocking.transaction(() -> conclude(task, run, sightings, inBanks));
    }

    private Seen look(EvidenceTask task) throws IOException {
        if (task.hopeless()) {
            return Seen.unread("GIVEN_UP", "多次分析均未能完成，已停止自动分析，请人工查看。");
        }
        byte[] bytes;
        try {
            bytes = store.read(task.fingerprint());
        } catch (ContentLostException e) {
            store.requireAnswer();
            LOG.errorf("evidence %s: %s", task.evidenceId(), e.getMessage());
            return Seen.unread(CONTENT_LOST, "原始文件缺失或已被改动，无法分析；请联系系统管理员。");
        }
        return look(panel, Intake.of(ByteView.of(bytes)));
    }

    /** Asks the panel about a file; the same for evidence and for files without a service. */
    static Seen look(PanelLook panel, Intake intake) {
        if (intake instanceof Intake.Accepted accepted) {
            return look(panel, accepted.picture());
        }
        if (intake instanceof Intake.Film film) {
            return look(panel, film.film());
        }
        if (intake instanceof Intake.Document document) {
            return look(panel, document.document());
        }
        return Seen.unread("NOT_TAKEN", ((Intake.Refused) intake).zhDetail());
    }

    /** Decoded before the parts begin, which would all wait for it. */
    private static Seen look(PanelLook panel, EvidencePicture picture) {
        Decoding pixels = picture.pixels();
        List<Supplier<Seen>> parts = new ArrayList<>();
        parts.add(() -> Seen.of(FilePrints.of(pixels)));
        if (pixels instanceof Decoding.Decoded) {
            parts.add(() -> Seen.drawn(SaturationMap.png(picture)));
        }
        panel.questions(picture).forEach(question -> parts.add(() -> Seen.of(question.get())));
        return Seen.joined(SideBySide.all(parts)).with(PanelLook.onFrames(picture)).scored(picture);
    }

    private static Seen look(PanelLook panel, EvidenceDocument document) {
        DocumentPrints taken = new DocumentPrints();
        List<Finding> findings = panel.at(document, taken::take);
        return Seen.of(findings).with(taken.all());
    }

    /** A film whose pictures cannot be drawn stays open even if its labels could be read. */
    private static Seen look(PanelLook panel, EvidenceFilm film) {
        List<Finding> findings = new ArrayList<>(panel.at(film));
        if (film.frames() instanceof EvidenceFilm.Frames.Unread unread) {
            findings.add(
                    new CouldNotRead(
                            SELF, unread.code(), unread.zhReason(), film.facts().byName()));
        }
        return Seen.of(findings).with(FilePrints.of(film.frames()));
    }

    private Uni<Void> conclude(
            EvidenceTask task, Run run, List<Sighting> sightings, List<BankSighting> inBanks) {
        List<UUID> earlier = sightings.stream().map(Sighting::evidenceId).toList();
        return work.hold(task)
                .chain(() -> matches.add(task.evidenceId(), sightings))
                .chain(() -> banks.shows(task.evidenceId(), inBanks))
                .chain(() -> runs.add(run))
                .chain(() -> wishes.fulfilled(task.evidenceId()))
                .chain(() -> indications.latest(task.evidenceId()))
                .chain(
                        last ->
                                knowledge
                                        .around(task.evidenceId(), run.report())
                                        .map(input -> new Next(task, run.id(), last, true, input)))
                .chain(next -> settle(next, earlier));
    }

    private Uni<Void> again(EvidenceTask task) {
        return work.hold(task)
                .chain(() -> runs.latest(task.evidenceId()))
                .chain(
                        kept ->
                                knowledge
                                        .around(task.evidenceId(), kept.report())
                                        .chain(input -> compare(task, kept, input)));
    }

    private Uni<Void> compare(EvidenceTask task, AnalyzerRuns.Kept kept, FusionInput input) {
        Indication fresh = Fusion.fuse(FusionRules.current(), input);
        return indications
                .latest(task.evidenceId())
                .chain(
                        last -> {
                            Revision known = last.orElseThrow();
                            if (known.fusionVersion() == FusionRules.VERSION
                                    && known.indication().equals(fresh)) {
                                return work.completeUnchanged(task);
                            }
                            return settle(new Next(task, kept.id(), last, false, input), List.of());
                        });
    }

    /**
     * Saves the revision, ends the job, announces it, and asks for a new look at earlier evidence
     * that learns something by it. Rows are locked from the later to the earlier and the audit
     * chain last, so that workers never wait for each other in a circle.
     */
    private Uni<Void> settle(Next next, List<UUID> earlier) {
        Indication indication = next.indication();
        Revision revision =
                new Revision(
                        next.task().evidenceId(),
                        next.revision(),
                        next.runId(),
                        FusionRules.VERSION,
                        next.input().reuse().otherMatters(),
                        indication,
                        clock.instant());
        String what = "revision:" + next.revision() + " band:" + indication.band().name();
        return complete(next, what)
                .chain(() -> indications.add(revision))
                .chain(
                        () ->
                                outbox.append(
                                        new Event(
                                                EventType.EVIDENCE_ANALYZED,
                                                fact(next.task(), revision, earlier))))
                .chain(() -> matches.stillTelling(earlier))
                .chain(ids -> work.revisit(ids, next.task().organisation()))
                .chain(() -> tellMates(next, revision))
                .chain(() -> audit.record(MACHINE, entry(revision)));
    }

    private Uni<Void> complete(Next next, String what) {
        return next.examined()
                ? work.completeExamined(next.task(), what)
                : work.complete(next.task(), what);
    }

    /**
     * What the file says itself and where its picture is used weighs on its mates in a set. Their
     * owner is told of the first only: where else a picture is used may come from others.
     */
    private Uni<Void> tellMates(Next next, Revision revision) {
        boolean saysNew =
                declares(revision) != next.before().filter(Examination::declares).isPresent();
        boolean usedNew =
                isReused(revision) != next.before().filter(Examination::isReused).isPresent();
        EvidenceTask task = next.task();
        return saysNew || usedNew
                ? mates.of(task.evidenceId())
                        .chain(ids -> wishes.weigh(ids, saysNew ? task.organisation() : NOBODY))
                : Uni.createFrom().voidItem();
    }

    private static boolean declares(Revision revision) {
        return revision.indication().labelVerdict() == LabelVerdict.CONFIRMED_BY_METADATA;
    }

    private static boolean isReused(Revision revision) {
        return revision.reuseCount() > 0;
    }

    private static EvidenceAnalyzed fact(EvidenceTask task, Revision revision, List<UUID> earlier) {
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
                revision.decidedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                earlier.isEmpty() ? null : earlier.stream().limit(MOST_TOLD).toList());
    }

    private static AuditEntry entry(Revision revision) {
        return AuditEntry.of("evidence.analyze", "evidence", revision.evidenceId().toString())
                .changing(null, revision.indication());
    }
}
