package io.mingjian.registry.dossier;

import static java.util.stream.Collectors.toMap;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.dossier.DossierViews.DossierView;
import io.mingjian.registry.dossier.DossierViews.EntryLine;
import io.mingjian.registry.dossier.DossierViews.HintView;
import io.mingjian.registry.dossier.DossierViews.IssueView;
import io.mingjian.registry.dossier.DossierViews.LineView;
import io.mingjian.registry.dossier.DossierViews.OperatorView;
import io.mingjian.registry.dossier.DossierViews.OutcomeView;
import io.mingjian.registry.dossier.DossierViews.ReusedView;
import io.mingjian.registry.dossier.DossierViews.WindowView;
import io.mingjian.registry.evidence.ReusedEvidence.Reused;
import io.mingjian.registry.filer.Faces.Face;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.listing.PersonEntries.PersonEntry;
import io.mingjian.registry.person.FaceView;
import io.mingjian.registry.queue.Hint;
import io.mingjian.registry.queue.PersonLines.PersonLine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that was read about a person, turned into what a caller may see.
 *
 * @param lines of all its filings that are shown, the newest first
 */
record Dossier(
        Caller caller,
        LocalDate today,
        int shown,
        List<Face> faces,
        History history,
        List<PersonLine> lines,
        List<PersonEntry> entries,
        List<Reused> reused,
        List<Hint> hints) {

    DossierView view(UUID personId) {
        Patterns patterns = new Patterns(history, today);
        return new DossierView(
                personId,
                today,
                faces.stream()
                        .sorted(Comparator.comparing(face -> face.filerId().toString()))
                        .map(FaceView::of)
                        .toList(),
                patterns.windows().stream().map(Dossier::window).toList(),
                patterns.operators().stream().map(this::operator).toList(),
                patterns.issues().stream().map(this::issue).toList(),
                patterns.outcomes().stream().map(Dossier::outcome).toList(),
                entries.stream().map(EntryLine::of).toList(),
                hints.stream().map(Dossier::hint).toList(),
                pictures(),
                lines.stream().limit(shown).map(this::line).toList(),
                lines.size() > shown);
    }

    /** Of each picture the organisation that registered the filing that names it. */
    static Map<UUID, String> owners(Caller caller, List<PersonLine> lines) {
        return lines.stream()
                .filter(line -> line.isOpenTo(caller))
                .flatMap(
                        line ->
                                line.evidenceIds().stream()
                                        .map(id -> Map.entry(id, line.registeringOrganisation())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, again) -> one));
    }

    private static WindowView window(Patterns.Window window) {
        return new WindowView(
                window.days(),
                window.from(),
                window.submissions(),
                window.setAside(),
                window.upheld());
    }

    private OperatorView operator(Patterns.Operator same) {
        return new OperatorView(
                open(same.example()).map(PersonLine::respondent).orElse(null),
                same.goodsClass(),
                same.last90Days(),
                same.lastYear());
    }

    private IssueView issue(Patterns.Issue same) {
        return new IssueView(
                open(same.example()).map(PersonLine::registrationNo).orElse(null),
                same.last30Days(),
                same.lastYear(),
                same.operators());
    }

    private Optional<PersonLine> open(UUID filingId) {
        return lines.stream()
                .filter(line -> line.filingId().equals(filingId) && line.isOpenTo(caller))
                .findFirst();
    }

    private static OutcomeView outcome(Patterns.Outcome outcome) {
        return new OutcomeView(
                outcome.kind(),
                outcome.kind().zh(),
                outcome.times(),
                outcome.lastOn(),
                outcome.positive());
    }

    private static HintView hint(Hint hint) {
        return new HintView(hint.criterion(), hint.version(), hint.level(), hint.explanation());
    }

    private List<ReusedView> pictures() {
        return reused.stream()
                .flatMap(
                        each ->
                                lines.stream()
                                        .filter(
                                                line ->
                                                        line.evidenceIds()
                                                                .contains(each.evidenceId()))
                                        .filter(line -> line.isOpenTo(caller))
                                        .limit(1)
                                        .map(
                                                line ->
                                                        new ReusedView(
                                                                each.evidenceId(),
                                                                line.registrationNo(),
                                                                each.times())))
                .toList();
    }

    private LineView line(PersonLine line) {
        boolean open = line.isOpenTo(caller);
        return new LineView(
                line.receivedOn(),
                line.kind(),
                line.registrationNo(),
                line.state(),
                open ? line.filingId() : null,
                open ? line.respondent() : null,
                history.marks().stream()
                        .filter(mark -> isAbout(mark, line))
                        .map(mark -> mark.kind().zh())
                        .toList());
    }

    private static boolean isAbout(Mark mark, PersonLine line) {
        return mark.filingId() == null
                ? line.submissionId().equals(mark.submissionId())
                : line.filingId().equals(mark.filingId());
    }
}
