package io.mingjian.registry;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalBasisCheck;
import io.mingjian.kit.testing.LegalTable;
import io.mingjian.registry.complaint.ComplaintLaw;
import io.mingjian.registry.document.DocumentLaw;
import io.mingjian.registry.listing.ListingLaw;
import io.mingjian.registry.person.PersonLaw;
import io.mingjian.registry.report.ReportLaw;
import java.util.List;
import java.util.stream.Stream;

class LegalBasisTest extends LegalBasisCheck {
    @Override
    protected String service() {
        return "registry";
    }

    @Override
    protected List<Lifecycle<?, ?>> procedures() {
        return List.of(
                ComplaintLaw.PROCEDURE,
                ReportLaw.PROCEDURE,
                ListingLaw.PROCEDURE,
                PersonLaw.PROCEDURE);
    }

    @Override
    protected List<LegalTable> tables() {
        return Stream.of(
                        ComplaintLaw.tables(),
                        ReportLaw.tables(),
                        ListingLaw.tables(),
                        List.of(places(), plausibleUse(), lookupLimits(), notices()),
                        PersonLaw.tables(),
                        DocumentLaw.tables())
                .flatMap(List::stream)
                .toList();
    }

    private static LegalTable places() {
        return LegalTable.ofFile(
                "管辖：由何地处理",
                "/rules/places.yaml",
                "basis",
                "ORDER",
                "规则",
                "rule",
                "内容",
                "zh",
                "依次看",
                "places",
                "先收到的也可处理",
                "firstReceiver",
                "施行",
                "validFrom");
    }

    private static LegalTable plausibleUse() {
        return LegalTable.ofFile(
                "合理使用量：数量与保质期的比较",
                "/rules/plausible-use.yaml",
                "basis",
                "ASSUMPTION",
                "类别",
                "goods",
                "每日用量",
                "perDay",
                "施行",
                "validFrom");
    }

    private static LegalTable lookupLimits() {
        return LegalTable.ofFile(
                "异常名录查询：次数限制",
                "/rules/lookup-limits.yaml",
                "basis",
                "ASSUMPTION",
                "限制",
                "limit",
                "名称",
                "zh",
                "范围",
                "scope",
                "计数",
                "counts",
                "上限",
                "most",
                "时段",
                "window",
                "施行",
                "validFrom");
    }

    private static LegalTable notices() {
        return LegalTable.ofFile(
                "文书",
                "/templates/notices.yaml",
                "article",
                "ORDER",
                "文书",
                "title",
                "种类",
                "kind",
                "送给",
                "addressees",
                "版本",
                "version",
                "启用",
                "validFrom");
    }
}
