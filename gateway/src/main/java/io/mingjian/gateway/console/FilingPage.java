package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.ActForm.Seen;
import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.FilingAnswer.Clock;
import io.mingjian.gateway.console.FilingAnswer.Hint;
import io.mingjian.gateway.console.FilingAnswer.Masked;
import io.mingjian.gateway.console.FilingAnswer.Operator;
import io.mingjian.gateway.console.FilingAnswer.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 案件页: one filing with its clocks, facts, evidence, history and acts.
 *
 * @param notice what was just done; empty if nothing was
 * @param faults what was wrong with the act that was tried, for the summary at the top
 * @param changed who changed the filing in the meantime; empty if nobody did
 * @param kept what was typed for an act that is not open any more
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
        List<Exhibit> exhibits,
        List<ActForm> acts,
        List<Closed> closed,
        String notice,
        List<Fault> faults,
        String changed,
        List<Exhibit.Fact> kept) {

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
            String name,
            String by,
            String organisation,
            String at,
            String ground,
            String factors,
            String reasons,
            String basis) {}

    /** An act that is not open, and why. */
    record Closed(String title, String reason) {}

    /**
     * One line of the summary.
     *
     * @param field id of the field that it leads to; empty if it concerns the whole
     */
    record Fault(String field, String text) {}

    /** What happened before the page is shown. */
    record Before(@Nullable Act done, @Nullable Tried tried, boolean stale) {
        static final Before NOTHING = new Before(null, null, false);
    }

    static String href(FilingKind kind, Object id) {
        return (kind == FilingKind.REPORT ? "/reports/" : "/complaints/") + id;
    }

    static FilingPage of(
            FilingKind kind,
            FilingAnswer filing,
            String version,
            Officer officer,
            List<Exhibit> exhibits,
            Before before) {
        String href = href(kind, filing.id());
        Seen seen = new Seen(href, version, officer.subject());
        List<Clock> clocks = list(filing.clocks());
        List<ActForm> forms = forms(kind, filing, seen, before.tried());
        Act done = before.done();
        return new FilingPage(
                Wording.of("kind", kind.name()),
                href,
                filing.registrationNo(),
                stateOf(kind, filing),
                clocks.isEmpty()
                        ? Due.of(null, null, false)
                        : Due.of(
                                clocks.get(0).dueOn(),
                                clocks.get(0).remainingWorkingDays(),
                                clocks.get(0).provisional()),
                clocks.stream().map(FilingPage::clock).toList(),
                sections(kind, filing),
                list(filing.steps()).stream().map(step -> step(kind, step)).toList(),
                text(filing.remedies()),
                list(filing.hints()).stream()
                        .map(Hint::explanation)
                        .filter(Objects::nonNull)
                        .toList(),
                exhibits,
                forms,
                closed(kind, filing, officer),
                done == null ? "" : "已完成：" + done.title() + "。",
                faults(before, forms),
                before.stale() ? whoChanged(kind, filing) : "",
                kept(before.tried(), forms));
    }

    private static String stateOf(FilingKind kind, FilingAnswer filing) {
        String told = filing.stateName();
        return told == null || told.isBlank() ? Wording.of("state." + kind, filing.state()) : told;
    }

    private static List<ActForm> forms(
            FilingKind kind, FilingAnswer filing, Seen seen, @Nullable Tried tried) {
        List<ActForm> forms = new ArrayList<>();
        boolean triedOpen = tried != null && tried.act().isOpen(filing);
        for (Act act : Act.of(kind)) {
            if (act.isOpen(filing)) {
                forms.add(ActForm.of(act, filing, seen, forms.isEmpty(), triedOpen ? tried : null));
            }
        }
        return List.copyOf(forms);
    }

    private static List<Closed> closed(FilingKind kind, FilingAnswer filing, Officer officer) {
        return Act.of(kind).stream()
                .filter(act -> !act.isOpen(filing))
                .map(act -> new Closed(act.title(), act.whyNot(filing, officer)))
                .toList();
    }

    private static ClockLine clock(Clock clock) {
        return new ClockLine(
                Wording.of("limit", clock.limit()),
                Due.of(clock.dueOn(), clock.remainingWorkingDays(), clock.provisional()),
                Wording.citation(clock.basis()),
                "ASSUMPTION".equals(clock.status()),
                clock.startedOn() == null ? "" : clock.startedOn().toString(),
                text(clock.explanation()));
    }

    private static StepLine step(FilingKind kind, Step step) {
        return new StepLine(
                Wording.of("step." + kind, step.step()),
                text(step.by()),
                Wording.of("organisation", step.organisation()),
                Times.of(step.at()),
                ground(step.ground()),
                Wording.each("17", step.factors()),
                text(step.reasons()),
                Wording.citation("–".equals(step.article()) ? "" : article(kind, step.article())));
    }

    /** The log writes bare numbers for complaints, because all are of Order 121. */
    private static @Nullable String article(FilingKind kind, @Nullable String article) {
        boolean bare = article != null && article.matches("[0-9].*");
        return bare && kind == FilingKind.COMPLAINT ? "Order 121 Art " + article : article;
    }

    /** {@code 16(3)} is 第十六条第3项 with its words. */
    private static String ground(@Nullable String ground) {
        if (ground == null || !ground.matches("[0-9]+\\([0-9]+\\)")) {
            return text(ground);
        }
        String article = ground.substring(0, ground.indexOf('('));
        String number = ground.substring(ground.indexOf('(') + 1, ground.length() - 1);
        return "第" + article + "条第" + number + "项：" + Wording.of(article, number);
    }

    private static List<Fault> faults(Before before, List<ActForm> forms) {
        Tried tried = before.tried();
        if (tried == null || before.stale()) {
            return List.of();
        }
        List<ActForm.Field> fields =
                forms.stream()
                        .filter(form -> form.id().equals(tried.act().path()))
                        .flatMap(form -> form.fields().stream())
                        .toList();
        List<Fault> faults =
                tried.problem().faults().stream()
                        .map(fault -> new Fault(anchor(fields, fault.field()), fault.text()))
                        .distinct()
                        .toList();
        return faults.isEmpty() ? List.of(new Fault("", tried.problem().text())) : faults;
    }

    private static String anchor(List<ActForm.Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(ActForm.Field::id)
                .findFirst()
                .orElse("");
    }

    private static String whoChanged(FilingKind kind, FilingAnswer filing) {
        List<Step> steps = list(filing.steps());
        if (steps.isEmpty()) {
            return Wording.text("stale.unknown");
        }
        StepLine last = step(kind, steps.get(steps.size() - 1));
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
        if (tried == null
                || forms.stream().anyMatch(form -> form.id().equals(tried.act().path()))) {
            return List.of();
        }
        return tried.act().asks().stream()
                .map(
                        ask ->
                                new Exhibit.Fact(
                                        Wording.text("ask." + ask),
                                        ask.codes().isEmpty()
                                                ? tried.input().one(ask.field())
                                                : tried.input().all(ask.field()).stream()
                                                        .map(ask::words)
                                                        .reduce((one, other) -> one + "；" + other)
                                                        .orElse("")))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    private static List<Section> sections(FilingKind kind, FilingAnswer filing) {
        boolean report = kind == FilingKind.REPORT;
        return Stream.of(
                        new Section(
                                report ? "举报线索" : "争议事实", report ? clue(filing) : dispute(filing)),
                        new Section(
                                report ? "被举报人" : "被投诉人",
                                operator(report ? filing.reportedParty() : filing.respondent())),
                        new Section(report ? "举报人（已遮蔽）" : "投诉人（已遮蔽）", person(report, filing)),
                        new Section("登记信息", registration(filing)))
                .map(FilingPage::withoutEmpty)
                .filter(section -> !section.facts().isEmpty())
                .toList();
    }

    private static Section withoutEmpty(Section section) {
        return new Section(
                section.title(),
                section.facts().stream().filter(fact -> !fact.value().isBlank()).toList());
    }

    private static List<Exhibit.Fact> clue(FilingAnswer filing) {
        return List.of(
                new Exhibit.Fact("具体线索", text(filing.clueDescription())),
                new Exhibit.Fact("事实依据", text(filing.factualBasis())));
    }

    private static List<Exhibit.Fact> dispute(FilingAnswer filing) {
        FilingAnswer.Facts facts = filing.disputeFacts();
        if (facts == null) {
            return List.of(new Exhibit.Fact("投诉请求", Wording.each("claim", filing.claims())));
        }
        return List.of(
                new Exhibit.Fact("情况", text(facts.content())),
                new Exhibit.Fact("投诉请求", Wording.each("claim", filing.claims())),
                new Exhibit.Fact(
                        "涉案金额",
                        facts.amount() == null ? "" : facts.amount().toPlainString() + " 元"),
                new Exhibit.Fact("发生日期", facts.time() == null ? "" : facts.time().toString()),
                new Exhibit.Fact("发生地点", text(facts.place())),
                new Exhibit.Fact(
                        "意愿",
                        (filing.consentToPublish() ? "同意" : "不同意")
                                + "公示投诉信息，"
                                + (filing.consentToDelegatedMediation() ? "同意" : "不同意")
                                + "委托调解"));
    }

    private static List<Exhibit.Fact> operator(@Nullable Operator operator) {
        if (operator == null) {
            return List.of();
        }
        return List.of(
                new Exhibit.Fact("名称", text(operator.name())),
                new Exhibit.Fact("类型", Wording.of("operator", operator.kind())),
                new Exhibit.Fact("统一社会信用代码", text(operator.uscc())),
                new Exhibit.Fact("地址", text(operator.address())),
                new Exhibit.Fact("平台", text(operator.platform())));
    }

    private static List<Exhibit.Fact> person(boolean report, FilingAnswer filing) {
        Masked masked = report ? filing.reporter() : filing.complainant();
        if (masked == null) {
            return List.of(new Exhibit.Fact("身份", report && filing.anonymous() ? "匿名举报" : "未提供"));
        }
        return List.of(
                new Exhibit.Fact("姓名", text(masked.name())),
                new Exhibit.Fact("电话", text(masked.phone())),
                new Exhibit.Fact("证件类型", Wording.of("idType", masked.idType())),
                new Exhibit.Fact("证件号码", text(masked.idNumber())));
    }

    private static List<Exhibit.Fact> registration(FilingAnswer filing) {
        FilingAnswer.Place place = filing.place();
        return List.of(
                new Exhibit.Fact("渠道", Wording.of("channel", filing.channel())),
                new Exhibit.Fact("外部编号", text(filing.externalNo())),
                new Exhibit.Fact("接收时间", Times.of(filing.receivedAt())),
                new Exhibit.Fact("登记单位", Wording.of("organisation", filing.registeringAgency())),
                new Exhibit.Fact("承办单位", Wording.of("organisation", filing.holder())),
                new Exhibit.Fact(
                        "管辖",
                        place == null
                                ? text(filing.districtName())
                                : text(filing.districtName())
                                        + " · "
                                        + text(place.explanation())
                                        + "（"
                                        + Wording.citation(place.basis())
                                        + "）"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
