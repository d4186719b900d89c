package io.mingjian.detection.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.CountedIn;
import io.mingjian.detection.analysis.RuleStatus;
import io.mingjian.detection.analysis.SignalGroup;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.report.Report.Errors;
import io.mingjian.detection.report.Report.Line;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.paper.PdfFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ReportPdfTest {
    private static final String FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-29T10:00:00+08:00");

    @Test
    void theReportSaysWhatASignalSupportsAndWhatNotAndIsTheSameBytesEachTime() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of(FONT)), "skipped: fonts-wqy-microhei is not installed");
        byte[] picture = PictureDrawer.jpeg(PictureDrawer.goods(640, 480, 31), 0.9);
        byte[] map = PictureDrawer.png(PictureDrawer.goods(80, 60, 32));
        byte[] pdf = pdf(Optional.of(picture), Optional.of(map));
        assertThat(pdf(Optional.of(picture), Optional.of(map))).isEqualTo(pdf);
        String text = text(pdf);
        assertThat(text)
                .contains(
                        "证据图像分析报告",
                        "有部分迹象",
                        "1 / 58 个文件（95% 区间 0.31% 至 9.14%）",
                        "不能说明",
                        "SM3",
                        "融合规则",
                        "第 5 版")
                .contains("另有至少 2 份属于其他方的证据", "多于 3 份")
                .contains("其余画面未作查重，原因见说明。")
                .doesNotContain("未见。")
                .contains("共 ");
        assertThat(text)
                .as("what the map shows and what it does not mean")
                .contains("饱和度热力图", "在参照照片（全部渠道）各小块中的百分位", "不表示该处由人工智能生成或者经过改动")
                .doesNotContain("与周围相异");
        assertThat(text)
                .as("who had the same picture, when, and on what the match stands")
                .contains("2026-11-02 15:04:00（北京时间）", "platform-yougou 收取，早于本件")
                .contains("感知哈希相差 12 位（共 256 位），细部吻合 0.97", "吻合的特征点 84 个，水平镜像")
                .contains("在另一图左起 0%、上起 0%、宽 80%、高 90%", "[-1.000 0.000 1.000;");
        assertThat(text).as("a quoted bell and an unknown sign").contains("引用□");
        // For people to look at.
        Files.write(Path.of("target", "report.pdf"), pdf);
    }

    @Test
    void withoutAPictureTheRestOfTheReportStands() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of(FONT)), "skipped: fonts-wqy-microhei is not installed");
        assertThat(text(pdf(Optional.empty(), Optional.empty()))).contains("报告不附图", "保管链");
    }

    @Test
    void whatHasNoSizeIsToldWithoutOneAndNothingIsMarkedOnNothing() throws IOException {
        assertThatThrownBy(() -> OverlaySvg.of(report(0, 0), Optional.empty()))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refused ->
                                assertThat(refused.extensions())
                                        .containsEntry("code", "not-displayable"));
        byte[] first = PictureDrawer.jpeg(PictureDrawer.goods(320, 240, 33), 0.9);
        assertThat(new String(OverlaySvg.of(report(0, 0), Optional.of(first)), UTF_8))
                .as("a film whose head tells no size still shows a picture")
                .contains("viewBox=\"0 0 320 240\"");
        Assumptions.assumeTrue(
                Files.exists(Path.of(FONT)), "skipped: fonts-wqy-microhei is not installed");
        byte[] pdf =
                new ReportPdf(new PdfFont(FONT))
                        .of(report(0, 0), Optional.empty(), Optional.empty());
        assertThat(text(pdf)).contains("1,234,567 字节").doesNotContain("× 0", "0 像素");
    }

    @Test
    void theOverlayMarksRegionsByTheirNumberAndLetsNoMarkupThrough() throws IOException {
        String svg = new String(OverlaySvg.of(report(), Optional.empty()), UTF_8);
        assertThat(svg)
                .startsWith("<svg ")
                .contains("viewBox=\"0 0 1024 768\"")
                .contains("x=\"102.4\" y=\"153.6\" width=\"512.0\" height=\"192.0\"")
                .contains(">1 图中有一处")
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "\u0007", "<image");
    }

    private static byte[] pdf(Optional<byte[]> picture, Optional<byte[]> map) throws IOException {
        return new ReportPdf(new PdfFont(FONT)).of(report(), picture, map);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", "").replace("  ", " ");
        }
    }

    private static Report report() {
        return report(4000, 3000);
    }

    private static Report report(int width, int height) {
        String sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        return new Report(
                Report.FORMAT,
                UUID.fromString("019389d0-0000-7000-8000-000000000001"),
                3,
                AT,
                new Report.Conclusion(
                        IndicationBand.SOME_SIGNS,
                        "有部分迹象",
                        "存在部分迹象，建议留意；这些迹象都有常见的正常成因。",
                        LabelVerdict.NONE_FOUND,
                        false,
                        List.of(),
                        List.of("请提供设备中的原始文件（非截图、非转发件）。")),
                new Report.FileFacts(
                        "samr-huangpu", "image/jpeg", 1_234_567, width, height, sha256, sha256, AT),
                List.of(line(1), line(2)),
                List.of(new Report.Note("implicit-label", 2, "未见", "NOTHING_FOUND", "各处均未见隐式标识。")),
                new Report.Sameness(3, true, List.of(match()), 2, "其余画面未作查重，原因见说明。"),
                new Report.Weighing(5, LocalDate.parse("2026-11-29"), 0.4055, 2.0, 10.0, 20.0),
                new Report.Versions(List.of("implicit-label/2", "saturation/1"), 2, 1),
                List.of(new Report.CustodyLine(1, "RECEIVED", "收取并固定", null, AT, sha256)),
                List.of("本报告不表示图像真实，也不表示图像由人工智能生成。"));
    }

    private static Report.Match match() {
        return new Report.Match(
                UUID.fromString("019389d0-0000-7000-8000-000000000002"),
                "platform-yougou",
                OffsetDateTime.parse("2026-11-02T15:04:00+08:00"),
                "CROPPED",
                "同一图片（经裁剪或加边）",
                12,
                0.97,
                new Report.Overlap(
                        84,
                        "MIRROR",
                        "水平镜像",
                        List.of(-1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
                        new Region(0.2, 0, 0.8, 0.9),
                        new Region(0, 0, 0.8, 0.9)),
                null,
                null,
                null,
                "第 3 页图片 2");
    }

    private static Line line(int number) {
        return new Line(
                number,
                "TABLES_CONTRADICT_CAMERA",
                "quantisation-tables",
                1,
                "弱",
                SignalGroup.FILE,
                "文件的写法",
                1.5,
                number == 1,
                "图中有一处<script>，引用\u0007\uD83D\uDE00。",
                "不能说明由谁引起，也不能说明画面内容有改动。",
                "照片经软件另存",
                RuleStatus.MEASURED,
                "误报经测量",
                "58 个相机文件；似然比为提议值",
                new Errors(
                        1, 58, CountedIn.FILES, "个文件", null, 0.0031, 0.0914, "docs/provenance.md"),
                number == 1 ? List.of(new Region(0.1, 0.2, 0.5, 0.25)) : List.of(),
                Map.of("family", "PHOTOSHOP"));
    }
}
