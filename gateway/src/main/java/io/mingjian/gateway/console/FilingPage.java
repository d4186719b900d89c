package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.ActForm.Seen;
import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.FilingAnswer.Clock;
import io.mingjian.gateway.console.FilingAnswer.Evidence;
import io.mingjian.gateway.console.FilingAnswer.Finding;
import io.mingjian.gateway.console.FilingAnswer.Hint;
import io.mingjian.gateway.console.FilingAnswer.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 案件页: one filing with its clocks, facts, evidence, history, notices and acts.
 *
 * @param notice what was just done; empty if nothing was
 * @param faults what was wrong with the act that was tried, for the summary at the top
 * @param changed who changed the filing in the meantime; empty if nobody did
 * @param kept what was typed for an act that is not open any more
 * @param filer link to the page of who filed; empty for an anonymous report
 */
record FilingPage(
        String kind,
        String href,
        String registrationNo,
        String state,
        Due due,
        List<ClockLine> clocks,
        List<Section> facts,
        List<StepLine> steps,
        String remedies,
        List<String> hints,
        List<String> flags,
        List<String> rechecks,
        List<Piece> pieces,
        NoticeList notices,
        ClaimBox claim,
        List<ActForm> acts,
        List<FilingAnswer.Closed> closed,
        Notice notice,
        List<Fault> faults,
        String changed,
        List<Exhibit.Fact> kept,
        String filer) {

    /** One running clock. */
    record ClockLine(
            String name,
            Due due,
            String basis,
            boolean assumed,
            String startedOn,
            String explanation) {}

    /** A heading with names and values. */
    record Section(String title, List<Exhibit.Fact> facts) {}

    /** A step of the past. */
    record StepLine(
            String step,
            String name,
            String by,
            String organisation,
            String at,
            String ground,
            String factors,
            String reasons,
            String basis) {}

    /**
     * A piece of evidence: what the machine indicates, what an officer found, and the form to find.
     *
     * @param finding empty while nobody found anything
     */
    record Piece(Exhibit exhibit, List<Exhibit.Fact> finding, List<ActForm> forms) {}

    /**
     * One line of the summary.
     *
     * @param field id of the field that it leads to; empty if it concerns the whole
     */
    record Fault(String field, String text) {}

    /**
     * What happened before the page is shown.
     *
     * @param done code of the step that was just taken
     * @param stale whether somebody changed what the officer saw
     */
    record Before(@Nullable String done, @Nullable Tried tried, boolean stale) {}

    /** What is shown beside the filing itself. */
    record Around(List<Exhibit> exhibits, NoticeList notices, ClaimBox.Held held) {}

    static String href(FilingKind kind, Object id) {
        return (kind == FilingKind.REPORT ? "/reports/" : "/complaints/") + id;
    }

    /** Id of the form in which an officer says what a piece of evidence is. */
    static String findingId(String evidence) {
        return "finding-" + evidence;
    }

    static FilingPage of(
            FilingKind kind,
            FilingAnswer filing,
            String version,
            Officer officer,
            Around around,
            Before before) {
        Seen seen = new Seen(kind, filing.id(), officer.subject(), before.tried());
        List<Clock> clocks = list(filing.clocks());
        List<StepLine> steps = list(filing.steps()).stream().map(each -> step(kind, each)).toList();
        List<ActForm> acts = acts(list(filing.forms()), version, seen);
        List<Piece> pieces = pieces(filing, around.exhibits(), seen);
        ClaimBox claim = ClaimBox.of(around.held(), officer, acts.isEmpty(), seen);
        List<ActForm> all = forms(acts, pieces, claim);
        return new FilingPage(
                Wording.of("kind", kind.name()),
                seen.page(),
                filing.registrationNo(),
                stateOf(kind, filing),
                clocks.isEmpty()
                        ? Due.of(null, null, false)
                        : Due.of(
                                clocks.get(0).dueOn(),
                                clocks.get(0).remainingWorkingDays(),
                                clocks.get(0).provisional()),
                clocks.stream().map(FilingPage::clock).toList(),
                FilingFacts.of(kind, filing),
                steps,
                text(filing.remedies()),
                list(filing.hints()).stream()
                        .map(Hint::explanation)
                        .filter(Objects::nonNull)
                        .toList(),
                list(filing.flags()).stream().map(FilingAnswer.Flag::words).toList(),
                list(filing.rechecks()).stream().map(FilingAnswer.Recheck::words).toList(),
                pieces,
                around.notices(),
                claim,
                acts,
                list(filing.closedSteps()),
                done(before.done(), steps, filing, around.held(), officer),
                faults(before, all),
                before.stale() ? whoChanged(before.tried(), pieces, steps) : "",
                kept(before.tried(), all),
                filing.filerId() == null ? "" : "/filers/" + filing.filerId());
    }

    private static String stateOf(FilingKind kind, FilingAnswer filing) {
        String told = filing.stateName();
        return told == null || told.isBlank() ? Wording.of("state." + kind, filing.state()) : told;
    }

    /** The registry names the usual step first. */
    private static List<ActForm> acts(List<FormAnswer> forms, String version, Seen seen) {
        return forms.stream()
                .map(
                        form ->
                                ActForm.of(
                                        form,
                                        form.path(),
                                        form.path(),
                                        version,
                                        form == forms.get(0),
                                        seen))
                .toList();
    }

    private static List<Piece> pieces(FilingAnswer filing, List<Exhibit> exhibits, Seen seen) {
        return exhibits.stream()
                .map(
                        exhibit ->
                                list(filing.evidence()).stream()
                                        .filter(each -> exhibit.shows(each.evidenceId()))
                                        .map(each -> piece(filing, exhibit, each, seen))
                                        .findFirst()
                                        .orElseThrow())
                .toList();
    }

    private static Piece piece(FilingAnswer filing, Exhibit exhibit, Evidence evidence, Seen seen) {
        Finding finding = evidence.confirmation();
        FormAnswer form = filing.findingForm();
        int version = finding == null ? 0 : finding.version();
        return new Piece(
                exhibit,
                finding == null ? List.of() : found(finding),
                form == null
                        ? List.of()
                        : List.of(
                                ActForm.of(
                                        form,
                                        findingId(exhibit.id()),
                                        "evidence/" + exhibit.id() + "/" + form.path(),
                                        "\"" + version + "\"",
                                        false,
                                        seen)));
    }

    private static List<Exhibit.Fact> found(Finding finding) {
        return List.of(
                new Exhibit.Fact("认定结论", text(finding.truthName())),
                new Exhibit.Fact("认定依据", text(finding.restsOnName())),
                new Exhibit.Fact("理由", text(finding.reasons())),
                new Exhibit.Fact(
                        "认定人",
                        Wording.of("organisation", finding.organisation())
                                + " "
                                + text(finding.confirmedBy())
                                + " · "
                                + Times.of(finding.confirmedAt())));
    }

    private static List<ActForm> forms(List<ActForm> acts, List<Piece> pieces, ClaimBox claim) {
        return Stream.of(
                        acts.stream(),
                        pieces.stream().flatMap(piece -> piece.forms().stream()),
                        claim.forms().stream())
                .flatMap(each -> each)
                .toList();
    }

    static ClockLine clock(Clock clock) {
        return new ClockLine(
                Wording.of("limit", clock.limit()),
                Due.of(clock.dueOn(), clock.remainingWorkingDays(), clock.provisional()),
                Wording.citation(clock.basis()),
                "ASSUMPTION".equals(clock.status()),
                clock.startedOn() == null ? "" : clock.startedOn().toString(),
                text(clock.explanation()));
    }

    /** A step of another procedure than those of filings. */
    static StepLine step(Step step) {
        return step(FilingKind.REPORT, step);
    }

    private static StepLine step(FilingKind kind, Step step) {
        return new StepLine(
                step.step(),
                step.name() == null ? step.step() : step.name(),
                text(step.by()),
                Wording.of("organisation", step.organisation()),
                Times.of(step.at()),
                text(step.groundName()),
                String.join("、", list(step.factorNames())),
                text(step.reasons()),
                basis(kind, step.article()));
    }

    /** The log writes bare numbers for complaints, because all are of Order 121. */
    static String basis(FilingKind kind, @Nullable String article) {
        if (article == null || article.equals("–")) {
            return "";
        }
        boolean bare = kind == FilingKind.COMPLAINT && article.matches("[0-9].*");
        return Wording.citation(bare ? "Order 121 Art " + article : article);
    }

    /**
     * What was just done.
     *
     * @param words empty if nothing was
     * @param advanced whether the filing has changed, so that what was typed elsewhere is outdated
     */
    record Notice(String words, boolean advanced) {
        static final Notice NONE = new Notice("", false);
    }

    /** Says only what the officer has really done, whatever a link claims. */
    private static Notice done(
            @Nullable String code,
            List<StepLine> steps,
            FilingAnswer filing,
            ClaimBox.Held held,
            Officer officer) {
        if (code == null) {
            return Notice.NONE;
        }
        if (Wording.knows("done", code)) {
            boolean so =
                    held.bears(code, officer)
                            || ("CONFIRM_EVIDENCE".equals(code)
                                    && list(filing.evidence()).stream()
                                            .map(Evidence::confirmation)
                                            .anyMatch(found -> isBy(found, officer)));
            return so ? new Notice(Wording.of("done", code), false) : Notice.NONE;
        }
        return steps.stream()
                .filter(step -> step.step().equals(code) && step.by().equals(officer.name()))
                .reduce((earlier, later) -> later)
                .map(step -> new Notice("已完成：" + step.name() + "。", true))
                .orElse(Notice.NONE);
    }

    private static boolean isBy(@Nullable Finding found, Officer officer) {
        return found != null && officer.name().equals(found.confirmedBy());
    }

    private static List<Fault> faults(Before before, List<ActForm> forms) {
        Tried tried = before.tried();
        if (tried == null || before.stale()) {
            return List.of();
        }
        List<ActForm.Field> fields =
                forms.stream()
                        .filter(form -> form.id().equals(tried.id()))
                        .flatMap(ActForm::all)
                        .toList();
        List<Fault> faults =
                tried.problem().faults().stream()
                        .map(fault -> new Fault(anchor(fields, fault), fault.text()))
                        .distinct()
                        .toList();
        return faults.isEmpty() ? List.of(new Fault("", tried.problem().text())) : faults;
    }

    private static String anchor(List<ActForm.Field> fields, ServiceProblem.Fault fault) {
        String key = fault.nearest(fields.stream().map(ActForm.Field::key).toList());
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(ActForm.Field::id)
                .findFirst()
                .orElse("");
    }

    /** Who changed what the officer wanted to change: the finding, the claim, or the filing. */
    private static String whoChanged(
            @Nullable Tried tried, List<Piece> pieces, List<StepLine> steps) {
        String id = tried == null ? "" : tried.id();
        for (Piece piece : pieces) {
            if (id.equals(findingId(piece.exhibit().id())) && !piece.finding().isEmpty()) {
                Exhibit.Fact by = piece.finding().get(piece.finding().size() - 1);
                return by.value() + " 已对该证据作出认定。";
            }
        }
        if (steps.isEmpty() || ClaimBox.IDS.contains(id)) {
            return Wording.text("stale.unknown");
        }
        StepLine last = steps.get(steps.size() - 1);
        return last.organisation()
                + " "
                + last.by()
                + " 已于 "
                + last.at()
                + " 办理“"
                + last.name()
                + "”。";
    }

    private static List<Exhibit.Fact> kept(@Nullable Tried tried, List<ActForm> forms) {
        return tried == null || forms.stream().anyMatch(form -> form.id().equals(tried.id()))
                ? List.of()
                : tried.typed().inWords(tried.asked().fields());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
