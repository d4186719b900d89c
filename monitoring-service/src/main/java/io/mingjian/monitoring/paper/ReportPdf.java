package io.mingjian.monitoring.paper;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.paper.PaperTables.Tile;
import io.mingjian.paper.Grid;
import io.mingjian.paper.Grid.Column;
import io.mingjian.paper.Imprint;
import io.mingjian.paper.Ink;
import io.mingjian.paper.Sheets;
import io.mingjian.paper.Sheets.Style;
import io.mingjian.paper.Sheets.Tone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The closing report to be read: what was ordered, figures, where the leads went, the first leads.
 */
final class ReportPdf {
    /** Changes with the layout, so that a hash can be told from that of an older layout. */
    static final String MAKER = "closing report layout 3, PDFBox 3.0.8";

    private static final int MOST_PLATFORMS = 20;
    private static final double TILE_WIDTH = 76;
    private static final double TILE_HEIGHT = 38;
    private static final double TILE_GAP = 4;
    private static final int TILE_ROWS = 6;

    private final PaperOrder order;
    private final PaperTemplate template;
    private final Figures figures;

    ReportPdf(PaperOrder order, PaperTemplate template, Figures figures) {
        this.order = order;
        this.template = template;
        this.figures = figures;
    }

    byte[] print(TrueTypeFont outlines) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Sheets sheets = new Sheets(pdf, new Ink(pdf, outlines))) {
                head(sheets);
                overview(sheets);
                tables(sheets);
                map(sheets);
                matrix(sheets);
                list(sheets);
                notes(sheets);
                sheets.foot(Words.bureau(order.bureau()) + "　" + order.paperNo());
            }
            new Imprint(
                            template.title() + " " + order.paperNo(),
                            Words.bureau(order.bureau()),
                            MAKER,
                            GregorianCalendar.from(order.orderedAt().atZone(LegalDay.ZONE)),
                            order.paperNo())
                    .into(pdf);
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private void head(Sheets sheets) throws IOException {
        sheets.title(template.title(), 20);
        sheets.gap(4);
        sheets.title(Words.bureau(order.bureau()) + "　" + order.paperNo(), 10);
        sheets.rule();
        for (String paragraph : template.paragraphs(order.values())) {
            sheets.gap(4);
            sheets.text(paragraph, Style.BODY);
        }
    }

    private void overview(Sheets sheets) throws IOException {
        sheets.heading("一、概况");
        sheets.pair("线索总数", figures.total() + " 件", Style.BODY);
        sheets.pair("重复线索", share(figures.duplicates()), Style.BODY);
        sheets.pair("质量不合格", share(figures.unqualified()), Style.BODY);
        sheets.pair("曾退回补正", share(figures.supplemented()), Style.BODY);
        sheets.pair("逾期报送", share(figures.overdue()), Style.BODY);
        sheets.pair("超出范围", share(figures.outsideScope()), Style.BODY);
        sheets.pair("涉及智能生成", share(figures.aiRelated()), Style.BODY);
        sheets.pair("处置用时", took(figures.toDisposal()), Style.BODY);
        sheets.pair("办结用时", took(figures.toClosing()), Style.BODY);
        sheets.pair("数据读取", Words.time(figures.gatheredAt()), Style.NOTE);
    }

    private void tables(Sheets sheets) throws IOException {
        sheets.heading("二、分类统计");
        counts(sheets, "状态", Named.counts(figures.byState(), Named::state));
        counts(sheets, "违法类别", Named.counts(figures.byViolation(), Named::violation));
        counts(sheets, "平台", Named.counts(figures.byPlatform(), Named::plain));
        counts(sheets, "监测机构", Named.counts(figures.byAgency(), figures::agency));
        measures(sheets, "处置措施", figures.measuresByCode(), each -> "");
        measures(
                sheets,
                "处置单位、处置措施",
                figures.measuresByBureau(),
                each -> Named.bureau(each.bureau()) + "　");
        measures(
                sheets,
                "监测机构、处置措施",
                figures.measuresByAgency(),
                each -> figures.agency(each.agency()) + "　");
    }

    /** Of each lead one measure is the principal one; all others are further ones. */
    private static void measures(
            Sheets sheets,
            String name,
            List<MeasureCount> counts,
            Function<MeasureCount, String> whose)
            throws IOException {
        sheets.gap(6);
        Grid grid =
                sheets.grid(
                        List.of(
                                new Column(name, 5),
                                new Column("主要措施", 1),
                                new Column("其他措施", 1),
                                new Column("合计", 1)),
                        2);
        for (MeasureCount each : counts) {
            row(grid, whose.apply(each) + Named.measure(each.code()), each);
        }
        for (MeasureCount sum : MeasureCount.sums(counts, each -> "")) {
            row(grid, "合计", sum);
        }
    }

    private static void row(Grid grid, String name, MeasureCount count) throws IOException {
        grid.row(
                List.of(
                        name,
                        String.valueOf(count.principal()),
                        String.valueOf(count.further()),
                        String.valueOf(count.total())));
    }

    private void counts(Sheets sheets, String name, List<Named.Count> counts) throws IOException {
        sheets.gap(6);
        Grid grid =
                sheets.grid(
                        List.of(new Column(name, 5), new Column("线索数", 1), new Column("占比", 1)), 2);
        for (Named.Count each : counts.stream().limit(MOST_PLATFORMS).toList()) {
            grid.row(List.of(each.name(), String.valueOf(each.leads()), percent(each.leads())));
        }
        long rest = counts.stream().skip(MOST_PLATFORMS).mapToLong(Named.Count::leads).sum();
        if (rest > 0) {
            grid.row(List.of("其余", String.valueOf(rest), percent(rest)));
        }
    }

    /** A sketch of the city: the deeper the blue, the more leads the district got. */
    private void map(Sheets sheets) throws IOException {
        sheets.heading("三、各区线索分布");
        double height = TILE_ROWS * (TILE_HEIGHT + TILE_GAP);
        sheets.room(height + 30);
        double top = sheets.y() - 10;
        long most = PaperTables.TILES.stream().mapToLong(tile -> leads(tile)).max().orElse(0);
        for (Tile tile : PaperTables.TILES) {
            tile(sheets, tile, top, most);
        }
        sheets.gap(height + 14);
        sheets.text(
                "示意图，不反映实际边界和面积；颜色越深，线索越多。未分派到区："
                        + figures.byDistrict().getOrDefault(Tally.NOBODY, 0L)
                        + " 件"
                        + ofCity()
                        + "。",
                Style.NOTE);
    }

    /** Figures of an earlier release counted it with the districts: of these nothing is said. */
    private String ofCity() {
        Long leads = figures.byDistrict().get(Tally.CITY);
        return leads == null ? "" : "；市局办理：" + leads + " 件";
    }

    private void tile(Sheets sheets, Tile tile, double top, long most) throws IOException {
        double x = Sheets.LEFT + 30 + tile.column() * (TILE_WIDTH + TILE_GAP);
        double y = top - (tile.row() + 1) * (TILE_HEIGHT + TILE_GAP);
        double part = most == 0 ? 0 : (double) leads(tile) / most;
        sheets.shade(x, y, TILE_WIDTH, TILE_HEIGHT, part);
        Tone tone = part > 0.55 ? Tone.WHITE : Tone.BLACK;
        sheets.centred(Words.district(tile.code()), x, TILE_WIDTH, y + 22, 9, tone);
        sheets.centred(String.valueOf(leads(tile)), x, TILE_WIDTH, y + 8, 10, tone);
    }

    private long leads(Tile tile) {
        return figures.byDistrict().getOrDefault(tile.code(), 0L);
    }

    private void matrix(Sheets sheets) throws IOException {
        sheets.heading("四、监测机构与处置区对应");
        Grid grid =
                sheets.grid(
                        List.of(
                                new Column("监测机构", 3),
                                new Column("处置区及线索数", 7),
                                new Column("合计", 1)),
                        6);
        for (Map.Entry<String, Map<String, Long>> row : figures.matrix().entrySet()) {
            List<String> districts = new ArrayList<>();
            for (Named.Count each : Named.counts(row.getValue(), Named::district)) {
                districts.add(each.name() + " " + each.leads());
            }
            long sum = row.getValue().values().stream().mapToLong(Long::longValue).sum();
            grid.row(
                    List.of(
                            figures.agency(row.getKey()),
                            String.join("，", districts),
                            String.valueOf(sum)));
        }
    }

    private void list(Sheets sheets) throws IOException {
        sheets.heading("五、线索清单");
        if (figures.total() > figures.first().size()) {
            sheets.text(
                    "本文件只列前 "
                            + figures.first().size()
                            + " 件，全部 "
                            + figures.total()
                            + " 件见表格文件（XLSX）。",
                    Style.NOTE);
        }
        sheets.gap(6);
        Grid grid =
                sheets.grid(
                        List.of(
                                new Column("线索编号", 3.2),
                                new Column("监测机构", 3),
                                new Column("平台", 2),
                                new Column("涉嫌主体", 4),
                                new Column("违法类别", 4),
                                new Column("状态", 2),
                                new Column("处置区", 2),
                                new Column("处置措施", 3)),
                        2);
        for (LeadLine lead : figures.first()) {
            grid.row(
                    List.of(
                            lead.leadNo(),
                            figures.agency(lead.agency()),
                            Named.plain(lead.platform()),
                            Named.plain(lead.subjectName()),
                            Named.violation(lead.violation()),
                            Named.state(lead.state()),
                            Named.district(lead.district()),
                            Named.measure(lead.measure())));
        }
    }

    private void notes(Sheets sheets) throws IOException {
        sheets.heading("六、说明");
        for (String remark : template.remarks(order.values())) {
            sheets.text(remark, Style.BODY);
        }
    }

    private String share(long leads) {
        return leads + " 件，占 " + percent(leads);
    }

    private String percent(long leads) {
        return figures.total() == 0
                ? "–"
                : Math.round(1000.0 * leads / figures.total()) / 10.0 + "%";
    }

    private static String took(Figures.Span span) {
        return span.leads() == 0
                ? "无"
                : "平均 "
                        + span.averageHours()
                        + " 小时，最长 "
                        + span.longestHours()
                        + " 小时（"
                        + span.leads()
                        + " 件）";
    }
}
