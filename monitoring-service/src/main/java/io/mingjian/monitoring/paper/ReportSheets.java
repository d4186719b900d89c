package io.mingjian.monitoring.paper;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.disposal.DisposalCode;
import io.mingjian.paper.SheetFile;
import io.mingjian.paper.SheetFile.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The closing report as a workbook: the list of all leads row by row as they are read, then the
 * figures, which are known only then.
 */
final class ReportSheets implements AutoCloseable {
    private static final List<Column> LIST =
            List.of(
                    new Column("线索编号", 18),
                    new Column("机构报送编号", 18),
                    new Column("监测机构", 18),
                    new Column("状态", 10),
                    new Column("平台", 12),
                    new Column("店铺", 20),
                    new Column("网页地址", 40),
                    new Column("涉嫌主体", 24),
                    new Column("统一社会信用代码", 22),
                    new Column("违法类别", 26),
                    new Column("风险等级", 10),
                    new Column("涉及人工智能", 12),
                    new Column("证据件数", 10),
                    new Column("逾期报送", 10),
                    new Column("超出范围", 10),
                    new Column("补正次数", 10),
                    new Column("与之重复的线索", 18),
                    new Column("处置区", 12),
                    new Column("处置措施", 26),
                    new Column("其他处置措施", 40),
                    new Column("文书编号", 20),
                    new Column("提交时间", 20),
                    new Column("分派时间", 20),
                    new Column("签收时间", 20),
                    new Column("处置时间", 20),
                    new Column("办结时间", 20));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SheetFile file;

    ReportSheets(PaperOrder order) throws IOException {
        file =
                new SheetFile(
                        out,
                        order.kind().zh() + " " + order.paperNo(),
                        Words.bureau(order.bureau()),
                        order.orderedAt());
        file.sheet("线索清单", LIST);
    }

    void add(LeadLine lead) throws IOException {
        file.row(
                Arrays.asList(
                        lead.leadNo(),
                        lead.findingNo(),
                        lead.agency(),
                        Named.state(lead.state()),
                        lead.platform(),
                        lead.shopName(),
                        lead.pageUrl(),
                        lead.subjectName(),
                        lead.uscc(),
                        Named.violation(lead.violation()),
                        lead.riskLevel(),
                        yes(lead.aiRelated()),
                        lead.evidence(),
                        yes(lead.overdue()),
                        yes(lead.outsideScope()),
                        lead.supplements(),
                        lead.duplicateOf(),
                        lead.district() == null ? null : Named.district(lead.district()),
                        Named.measure(lead.measure()),
                        further(lead),
                        lead.documentNo(),
                        time(lead.submittedAt()),
                        time(lead.assignedAt()),
                        time(lead.receivedAt()),
                        time(lead.decidedAt()),
                        time(lead.closedAt())));
    }

    private static @Nullable String further(LeadLine lead) {
        return lead.furtherMeasures().isEmpty()
                ? null
                : lead.furtherMeasures().stream()
                        .map(Named::measure)
                        .collect(Collectors.joining("、"));
    }

    /** Writes the figures and ends the file. */
    byte[] end(PaperOrder order, PaperTemplate template, Figures figures) throws IOException {
        summary(order, template, figures);
        counts("按状态", Named.counts(figures.byState(), Named::state));
        counts("按违法类别", Named.counts(figures.byViolation(), Named::violation));
        counts("按平台", Named.counts(figures.byPlatform(), Named::plain));
        counts("按监测机构", Named.counts(figures.byAgency(), figures::agency));
        counts("按处置区", Named.counts(figures.byDistrict(), Named::district));
        measures(figures.measuresByCode());
        measures(
                "处置单位与措施", "处置单位", figures.measuresByBureau(), each -> Named.bureau(each.bureau()));
        measures(
                "机构与措施", "监测机构", figures.measuresByAgency(), each -> figures.agency(each.agency()));
        matrix(figures);
        file.close();
        return out.toByteArray();
    }

    private void summary(PaperOrder order, PaperTemplate template, Figures figures)
            throws IOException {
        file.sheet("概况", List.of(new Column("项目", 24), new Column("内容", 80)));
        file.row(List.of("报告编号", order.paperNo()));
        for (String paragraph : template.paragraphs(order.values())) {
            file.row(List.of("说明", paragraph));
        }
        file.row(List.of("数据读取时间", time(figures.gatheredAt())));
        file.row(List.of("线索总数", figures.total()));
        file.row(List.of("重复线索", figures.duplicates()));
        file.row(List.of("质量不合格", figures.unqualified()));
        file.row(List.of("曾退回补正", figures.supplemented()));
        file.row(List.of("逾期报送", figures.overdue()));
        file.row(List.of("超出指令范围", figures.outsideScope()));
        file.row(List.of("涉及人工智能", figures.aiRelated()));
        span("处置用时", figures.toDisposal());
        span("办结用时", figures.toClosing());
        for (String remark : template.remarks(order.values())) {
            file.row(List.of("注", remark));
        }
    }

    private void span(String name, Figures.Span span) throws IOException {
        file.row(List.of(name + "（件）", span.leads()));
        file.row(List.of(name + "平均（小时）", span.averageHours()));
        file.row(List.of(name + "最长（小时）", span.longestHours()));
    }

    private void counts(String name, List<Named.Count> counts) throws IOException {
        file.sheet(name, List.of(new Column(name.substring(1), 36), new Column("线索数", 12)));
        for (Named.Count each : counts) {
            file.row(List.of(each.name(), each.leads()));
        }
    }

    /** Every measure that there is, so that none that was never taken goes unseen. */
    private void measures(List<MeasureCount> counts) throws IOException {
        file.sheet(
                "按处置措施",
                List.of(
                        new Column("处置措施", 40),
                        new Column("主要措施", 12),
                        new Column("其他措施", 12),
                        new Column("合计", 12)));
        for (DisposalCode code : DisposalCode.values()) {
            MeasureCount count =
                    counts.stream()
                            .filter(each -> each.code().equals(code.name()))
                            .findFirst()
                            .orElse(new MeasureCount("", "", code.name(), 0, 0));
            file.row(numbers(List.of(code.zh()), count));
        }
        sum(List.of("合计"), counts);
    }

    private void measures(
            String sheet,
            String whose,
            List<MeasureCount> counts,
            Function<MeasureCount, String> name)
            throws IOException {
        file.sheet(
                sheet,
                List.of(
                        new Column(whose, 36),
                        new Column("处置措施", 40),
                        new Column("主要措施", 12),
                        new Column("其他措施", 12),
                        new Column("合计", 12)));
        for (MeasureCount each : counts) {
            file.row(numbers(List.of(name.apply(each), Named.measure(each.code())), each));
        }
        sum(List.of("合计", ""), counts);
    }

    private void sum(List<String> names, List<MeasureCount> counts) throws IOException {
        for (MeasureCount sum : MeasureCount.sums(counts, each -> "")) {
            file.row(numbers(names, sum));
        }
    }

    private static List<Object> numbers(List<String> names, MeasureCount count) {
        List<Object> cells = new ArrayList<>(names);
        cells.addAll(List.of(count.principal(), count.further(), count.total()));
        return cells;
    }

    private void matrix(Figures figures) throws IOException {
        Map<String, Map<String, Long>> matrix = figures.matrix();
        TreeSet<String> districts = new TreeSet<>();
        matrix.values().forEach(row -> districts.addAll(row.keySet()));
        List<Column> columns = new ArrayList<>(List.of(new Column("监测机构", 24)));
        districts.forEach(code -> columns.add(new Column(Named.district(code), 12)));
        columns.add(new Column("合计", 12));
        file.sheet("机构与区对应", columns);
        for (Map.Entry<String, Map<String, Long>> row : matrix.entrySet()) {
            List<Object> cells = new ArrayList<>(List.of(figures.agency(row.getKey())));
            districts.forEach(code -> cells.add(row.getValue().getOrDefault(code, 0L)));
            cells.add(row.getValue().values().stream().mapToLong(Long::longValue).sum());
            file.row(cells);
        }
    }

    private static String yes(boolean so) {
        return so ? "是" : "否";
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null
                ? null
                : at.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(LegalDay.ZONE)
                        .toLocalDateTime()
                        .toString()
                        .replace('T', ' ');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
