package io.mingjian.gateway.console;

import io.mingjian.gateway.console.ActForm.Tried;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 名录台: one entry of the abnormal-filer list with its grounds, term, history and acts.
 *
 * @param pending what waits for a second person; empty if nothing does
 * @param faults what was wrong with the act that was tried
 */
record EntryPage(
        String title,
        String state,
        String effect,
        List<Exhibit.Fact> about,
        List<String> grounds,
        List<Exhibit.Fact> pending,
        List<FilingPage.ClockLine> clocks,
        List<FilingPage.StepLine> steps,
        List<ActForm> acts,
        List<FilingAnswer.Closed> closed,
        String rechecks,
        List<String> faults) {

    static final String PATH = "/abnormal-filer-entries";

    static EntryPage of(EntryAnswer entry, String version, @Nullable Tried tried) {
        String page = PATH + "/" + entry.id();
        return new EntryPage(
                entry.entryNo() == null ? "名录候选" : entry.entryNo(),
                entry.stateName(),
                effect(entry),
                about(entry),
                list(entry.grounds()).stream()
                        .map(EntryAnswer.Ground::explanation)
                        .filter(Objects::nonNull)
                        .toList(),
                pending(entry.pending()),
                list(entry.clocks()).stream().map(FilingPage::clock).toList(),
                list(entry.steps()).stream().map(FilingPage::step).toList(),
                list(entry.forms()).stream()
                        .map(form -> ActForm.beside(form, page, version, tried))
                        .toList(),
                list(entry.closedSteps()),
                RecheckPage.PATH + "?entry=" + entry.id(),
                faults(tried));
    }

    /** Whether it has effect today, in words. */
    static String effect(EntryAnswer entry) {
        EntryAnswer.Term term = entry.term();
        if (term == null) {
            return "未列入";
        }
        String days = term.from() + " 至 " + term.until();
        if (entry.effective()) {
            return "有效：" + days;
        }
        return (term.stayed() ? "效力暂停：" : "现无效力：") + days;
    }

    private static List<Exhibit.Fact> about(EntryAnswer entry) {
        FilingAnswer.Masked filer = entry.filer();
        return Stream.of(
                        new Exhibit.Fact("当事人", filer == null ? "" : text(filer.name())),
                        new Exhibit.Fact("电话", filer == null ? "" : text(filer.phone())),
                        new Exhibit.Fact("证件号码", filer == null ? "" : text(filer.idNumber())),
                        new Exhibit.Fact("单位", Wording.of("organisation", entry.organisation())),
                        new Exhibit.Fact("提请时间", Times.of(entry.proposedAt())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static List<Exhibit.Fact> pending(EntryAnswer.@Nullable Pending pending) {
        return pending == null
                ? List.of()
                : Stream.of(
                                new Exhibit.Fact("建议", text(pending.resolutionName())),
                                new Exhibit.Fact(
                                        "期限至",
                                        pending.until() == null ? "" : pending.until().toString()),
                                new Exhibit.Fact("理由", text(pending.reasons())),
                                new Exhibit.Fact("提出人", text(pending.by()) + " " + pending.on()))
                        .filter(fact -> !fact.value().isEmpty())
                        .toList();
    }

    private static List<String> faults(@Nullable Tried tried) {
        if (tried == null) {
            return List.of();
        }
        List<String> faults =
                tried.problem().faults().stream()
                        .map(ServiceProblem.Fault::text)
                        .distinct()
                        .toList();
        return faults.isEmpty() ? List.of(tried.problem().text()) : faults;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
