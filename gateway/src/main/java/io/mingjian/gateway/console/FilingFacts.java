package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.FilingAnswer.Masked;
import io.mingjian.gateway.console.FilingAnswer.Operator;
import io.mingjian.gateway.console.FilingPage.Section;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filing is about, in sections of names and values; what is not known is left out. */
final class FilingFacts {
    private FilingFacts() {}

    static List<Section> of(FilingKind kind, FilingAnswer filing) {
        boolean report = kind == FilingKind.REPORT;
        return Stream.of(
                        new Section(
                                report ? "举报线索" : "争议事实", report ? clue(filing) : dispute(filing)),
                        new Section(
                                report ? "被举报人" : "被投诉人",
                                operator(report ? filing.reportedParty() : filing.respondent())),
                        new Section(report ? "举报人（已遮蔽）" : "投诉人（已遮蔽）", person(report, filing)),
                        new Section("登记信息", registration(filing)))
                .map(FilingFacts::withoutEmpty)
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
}
