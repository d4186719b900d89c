package io.mingjian.detection.report;

import io.mingjian.detection.report.Report.CustodyLine;
import io.mingjian.detection.report.Report.Line;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.paper.Imprint;
import io.mingjian.paper.Ink;
import io.mingjian.paper.PdfFont;
import io.mingjian.paper.Sheets;
import io.mingjian.paper.Sheets.Style;
import io.mingjian.paper.Sheets.Tone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A report as PDF, with the characters that it uses embedded. The same report in the same font is
 * the same bytes: ids and times come from the revision, none from the moment.
 */
final class ReportPdf {
    /** Changes with the layout, so that a hash can be told from that of an older layout. */
    static final String MAKER = "report layout 4, PDFBox 3.0.8";

    static final int LONGEST_SIDE = 900;

    private static final int HASH_SHOWN = 24;
    private static final Style SMALL = new Style(8.5, Tone.GREY, 0);

    private final PdfFont font;

    ReportPdf(PdfFont font) {
        this.font = font;
    }

    /**
     * Writes it.
     *
     * @param picture JPEG; empty where nothing can be shown
     * @param heatMap transparent PNG
     */
    byte[] of(Report report, Optional<byte[]> picture, Optional<byte[]> heatMap)
            throws IOException {
        try (TrueTypeFont outlines = font.open();
                PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Sheets sheets = new Sheets(pdf, new Ink(pdf, outlines))) {
                head(sheets, report);
                if (picture.isPresent()) {
                    new Plates(pdf, sheets).draw(report, picture.get(), heatMap);
                } else {
                    sheets.text("（原始文件已销毁、缺失或无法显示为图片，报告不附图。）", Style.NOTE);
                }
                body(sheets, report);
                sheets.foot("证据 " + report.evidenceId() + "　修订 " + report.revision());
            }
            describe(pdf, report);
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void head(Sheets sheets, Report report) throws IOException {
        sheets.title("证据图像分析报告", 20);
        sheets.gap(4);
        sheets.title(
                "证据编号 "
                        + report.evidenceId()
                        + "　修订 "
                        + report.revision()
                        + "　"
                        + ReportWords.time(report.decidedAt()),
                9);
        sheets.rule();
        sheets.heading("一、提示");
        sheets.gap(4);
        double top = sheets.y();
        sheets.text(report.conclusion().bandName(), new Style(15, Tone.BLACK, 10));
        sheets.text(report.conclusion().summary(), Style.BODY.indented(10));
        sheets.frame(top);
        sheets.text("本提示由系统自动生成，仅供承办人参考，不构成对事实的认定，也不替代人工判断。", Style.NOTE);
    }

    private static void body(Sheets sheets, Report report) throws IOException {
        next(sheets, report);
        file(sheets, report);
        signals(sheets, report);
        notes(sheets, report);
        sameness(sheets, report);
        weighing(sheets, report);
        custody(sheets, report);
        sheets.heading("九、本报告不说明什么");
        for (int i = 0; i < report.limits().size(); i++) {
            sheets.text(i + 1 + ". " + report.limits().get(i), Style.BODY);
        }
    }

    private static void next(Sheets sheets, Report report) throws IOException {
        sheets.heading("二、建议下一步核对");
        List<String> asks = report.conclusion().askNext();
        for (int i = 0; i < asks.size(); i++) {
            sheets.text(i + 1 + ". " + asks.get(i), Style.BODY);
        }
        for (String contradiction : report.conclusion().contradictions()) {
            sheets.text("并存的相反迹象：" + contradiction, Style.BODY);
        }
    }

    private static void file(Sheets sheets, Report report) throws IOException {
        Report.FileFacts file = report.file();
        sheets.heading("三、文件");
        sheets.pair("收取机构", file.organisation(), Style.BODY);
        sheets.pair("收取时间", ReportWords.time(file.receivedAt()), Style.BODY);
        sheets.pair(
                "类型与大小",
                file.mediaType()
                        + "，"
                        + String.format(Locale.ROOT, "%,d", file.sizeBytes())
                        + " 字节"
                        + (file.hasSize()
                                ? "，" + file.width() + " × " + file.height() + " 像素"
                                : ""),
                Style.BODY);
        sheets.pair("SHA-256", file.sha256(), Style.BODY);
        sheets.pair("SM3", file.sm3(), Style.BODY);
    }

    private static void signals(Sheets sheets, Report report) throws IOException {
        sheets.heading("四、各项迹象：支持什么，不能说明什么");
        if (report.signals().isEmpty()) {
            sheets.text("各项分析没有列出迹象。", Style.BODY);
        }
        for (Line line : report.signals()) {
            signal(sheets, line);
        }
    }

    private static void signal(Sheets sheets, Line line) throws IOException {
        sheets.room(92);
        sheets.gap(8);
        sheets.text(
                "〔" + line.number() + "〕 " + ReportWords.weight(line) + "　" + line.code(),
                new Style(10, Tone.BLUE, 0));
        Style body = Style.BODY.indented(14);
        sheets.pair("支持", line.supports(), body);
        sheets.pair("不能说明", line.doesNotProve(), body);
        if (line.innocent() != null) {
            sheets.pair("常见成因", line.innocent(), body);
        }
        sheets.pair("误报", ReportWords.errors(line), body);
        if (line.basis() != null) {
            sheets.pair("权重依据", line.statusName() + "：" + line.basis(), body);
        }
        sheets.pair(
                "读取者",
                line.analyzer() + "/" + line.version() + "　强度：" + line.strengthName(),
                SMALL.indented(14));
        if (!line.facts().isEmpty()) {
            sheets.pair("读数", ReportWords.facts(line.facts()), SMALL.indented(14));
        }
    }

    private static void notes(Sheets sheets, Report report) throws IOException {
        sheets.heading("五、未见、不适用和未能读取的项目");
        for (Report.Note note : report.notes()) {
            sheets.pair(
                    note.kindName(),
                    note.text() + "（" + note.analyzer() + "/" + note.version() + "）",
                    Style.NOTE);
        }
        if (report.notes().isEmpty()) {
            sheets.text("无。", Style.BODY);
        }
    }

    private static void sameness(Sheets sheets, Report report) throws IOException {
        sheets.heading("六、同一图片另见他处");
        Report.Sameness sameness = report.sameness();
        if (sameness == null) {
            sheets.text("此为较早的修订，当时所知见第四部分；现时情况见最新修订。", Style.BODY);
            return;
        }
        for (Report.Match match : sameness.visible()) {
            sheets.text(ReportWords.used(match, report.file().receivedAt()), Style.BODY);
            sheets.text(ReportWords.likeness(match), Style.NOTE.indented(14));
        }
        if (sameness.hidden() > 0) {
            sheets.text(
                    "另有"
                            + (sameness.atLeast() ? "至少 " : " ")
                            + sameness.hidden()
                            + " 份属于其他方的证据显示同一画面，编号不予显示。",
                    Style.BODY);
        }
        if (sameness.atLeast()) {
            sheets.text("显示同一画面的证据多于 " + sameness.total() + " 份，其余未列；本机构和承办事项的证据在先。", Style.NOTE);
        }
        if (sameness.note() != null) {
            sheets.text(sameness.note(), Style.BODY);
        }
    }

    private static void weighing(Sheets sheets, Report report) throws IOException {
        Report.Weighing weighing = report.weighing();
        sheets.heading("七、如何得出提示");
        sheets.text(
                "每一迹象的似然比取自融合规则，不超过其上限；同组迹象同源，只计最重的一条；各组的对数相加后对照界限。任何迹象不能使提示高于其所列的最高等级，没有迹象可以抵消另一迹象。",
                Style.BODY);
        sheets.pair(
                "融合规则",
                "第 "
                        + weighing.version()
                        + " 版"
                        + (weighing.since() == null
                                ? "（当时的规则表未保存）"
                                : "，" + weighing.since() + " 起用"),
                Style.BODY);
        if (weighing.logOdds() != null) {
            sheets.pair("对数之和", ReportWords.number(weighing.logOdds()), Style.BODY);
        }
        if (weighing.someFrom() != null
                && weighing.strongFrom() != null
                && weighing.declaresFrom() != null) {
            sheets.pair(
                    "界限",
                    "有部分迹象 ln "
                            + ReportWords.number(weighing.someFrom())
                            + " = "
                            + ReportWords.number(Math.log(weighing.someFrom()))
                            + "；迹象较强 ln "
                            + ReportWords.number(weighing.strongFrom())
                            + " = "
                            + ReportWords.number(Math.log(weighing.strongFrom()))
                            + "；声明或重复使用须单独达到 "
                            + ReportWords.number(weighing.declaresFrom()),
                    Style.BODY);
        }
        sheets.pair("分析器", String.join("　", report.versions().analyzers()), SMALL);
        sheets.pair("查重", ReportWords.reuseVersions(report.versions()), SMALL);
    }

    private static void custody(Sheets sheets, Report report) throws IOException {
        sheets.heading("八、保管链（截至本修订作出时）");
        for (CustodyLine line : report.custody()) {
            sheets.pair(
                    line.seq() + "　" + line.actName(),
                    ReportWords.time(line.at())
                            + "　"
                            + (line.organisation() == null ? "其他方" : line.organisation())
                            + "　封印 "
                            + line.seal().substring(0, Math.min(HASH_SHOWN, line.seal().length()))
                            + "…",
                    Style.NOTE);
        }
        sheets.text("每条封印由本条内容和前一条封印算出（SM3）；其后的查看和导出，以及完整封印，请调取保管链。", SMALL);
    }

    private static void describe(PDDocument pdf, Report report) {
        new Imprint(
                        "证据图像分析报告 " + report.evidenceId() + " 修订 " + report.revision(),
                        null,
                        MAKER,
                        GregorianCalendar.from(report.decidedAt().atZoneSameInstant(LegalDay.ZONE)),
                        report.evidenceId() + "/" + report.revision())
                .into(pdf);
    }
}
