package io.mingjian.detection.report;

import io.mingjian.detection.analysis.CountedIn;
import io.mingjian.detection.analysis.Explanation;
import io.mingjian.detection.analysis.FusionRules;
import io.mingjian.detection.analysis.Indication;
import io.mingjian.detection.analysis.PanelReport;
import io.mingjian.detection.analysis.RuleRow;
import io.mingjian.detection.bundle.Custody;
import io.mingjian.detection.evidence.CustodyAct;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.report.Report.CustodyLine;
import io.mingjian.detection.report.Report.Errors;
import io.mingjian.detection.report.Report.Line;
import io.mingjian.detection.report.Report.Sameness;
import io.mingjian.detection.report.Report.Weighing;
import io.mingjian.detection.reuse.Fit;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts a report together. A pure function of what the reader may know. */
final class ReportMaker {
    private static final List<String> LIMITS =
            List.of(
                    "本报告由系统自动生成，仅供承办人参考，不构成对事实的认定，也不替代人工判断。",
                    "本报告不表示图像真实，也不表示图像由人工智能生成；不评价提交人，也不说明商品是否存在质量问题。",
                    "“未见迹象”只表示各项分析没有发现；元数据在转发、截图和重新保存后通常不复存在。",
                    "似然比表示某一迹象在两类图片中出现的相对频度，不是任何事实成立的概率；标为“提议值”的未经测量。",
                    "误报是在公开收集的图片上数得的，没有一张是索赔中的损坏商品照片；其中最接近的一组（TrashNet，260 张）为"
                            + "揉皱、撕裂、脏污、破损的家居废弃物。各项误报率在损坏商品照片上没有测过。",
                    "像素特征单独出现时，提示至多为“有部分迹象”。",
                    "依据本报告对任何人作出不利处理前，应当听取其说明，并由人工结合其他证据作出判断。");

    private ReportMaker() {}

    static Report of(Piece piece, Explanation explained, Custody custody) {
        Indication indication = explained.indication();
        return new Report(
                Report.FORMAT,
                piece.id(),
                explained.revision(),
                outside(explained.decidedAt()),
                new Report.Conclusion(
                        indication.band(),
                        indication.bandName(),
                        indication.summary(),
                        indication.labelVerdict(),
                        indication.labelTamperingSuspected(),
                        indication.contradictions(),
                        indication.askNext()),
                file(piece),
                lines(explained),
                indication.notes().stream().map(ReportMaker::note).toList(),
                explained.sameness().map(ReportMaker::sameness).orElse(null),
                weighing(explained),
                new Report.Versions(
                        explained.versions().analyzers(),
                        explained.versions().print().orElse(null),
                        explained.versions().index().orElse(null)),
                custody(custody, explained.decidedAt()),
                LIMITS);
    }

    private static Report.FileFacts file(Piece piece) {
        return new Report.FileFacts(
                piece.organisation(),
                piece.mediaType(),
                piece.file().sizeBytes(),
                piece.width(),
                piece.height(),
                piece.file().sha256(),
                piece.file().sm3(),
                outside(piece.receivedAt()));
    }

    private static List<Line> lines(Explanation explained) {
        List<Indication.Line> lines = explained.indication().lines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> line(i + 1, lines.get(i), explained.row(lines.get(i))))
                .toList();
    }

    private static Line line(int number, Indication.Line line, Optional<RuleRow> row) {
        return new Line(
                number,
                line.code(),
                line.analyzer(),
                line.version(),
                line.strengthName(),
                row.map(RuleRow::group).orElse(line.group()),
                row.map(each -> each.group().zhName()).orElse(null),
                line.weight(),
                line.counted(),
                line.supports(),
                line.doesNotProve(),
                row.map(RuleRow::innocent).filter(text -> !text.equals("–")).orElse(null),
                row.map(RuleRow::status).orElse(null),
                row.map(each -> each.status().zhName()).orElse(null),
                row.map(RuleRow::basis).orElse(null),
                row.flatMap(ReportMaker::errors).orElse(null),
                line.regions(),
                line.facts());
    }

    /** The interval as it is: rounded to four places, a rate of one in a million would be none. */
    static Optional<Errors> errors(RuleRow row) {
        return row.errors()
                .map(
                        errors ->
                                new Errors(
                                        errors.falseAlarms(),
                                        errors.among(),
                                        errors.unit().orElse(null),
                                        errors.unit().map(CountedIn::zhName).orElse(null),
                                        errors.unit()
                                                .map(CountedIn::zhNote)
                                                .filter(note -> !note.isEmpty())
                                                .orElse(null),
                                        errors.range().low(),
                                        errors.range().high(),
                                        row.source()));
    }

    private static Report.Note note(PanelReport.Note note) {
        String kind =
                switch (note.kind()) {
                    case NOTHING_FOUND -> "未见";
                    case NOT_APPLICABLE -> "不适用";
                    case COULD_NOT_READ -> "未能读取";
                };
        return new Report.Note(note.analyzer(), note.version(), kind, note.code(), note.text());
    }

    private static Sameness sameness(Explanation.Sameness found) {
        return new Sameness(
                found.total(),
                found.atLeast(),
                found.visible().stream().map(ReportMaker::match).toList(),
                found.hidden(),
                found.note().isEmpty() ? null : found.note());
    }

    private static Report.Match match(Explanation.Match match) {
        return new Report.Match(
                match.evidenceId(),
                match.organisation(),
                match.receivedAt(),
                match.kind(),
                match.kindName(),
                match.distance(),
                rounded(match.agreement()),
                match.fit().map(ReportMaker::overlap).orElse(null),
                match.second(),
                match.otherSecond(),
                match.place(),
                match.otherPlace());
    }

    private static Report.Overlap overlap(Fit fit) {
        return new Report.Overlap(
                fit.inliers(),
                fit.turn().name(),
                fit.turn().zhName(),
                fit.transform(),
                fit.here(),
                fit.there());
    }

    private static Weighing weighing(Explanation explained) {
        Optional<FusionRules> rules = explained.rules();
        boolean told =
                explained.indication().lines().stream().allMatch(line -> line.counted() != null);
        double sum =
                explained.indication().lines().stream()
                        .filter(line -> Boolean.TRUE.equals(line.counted()))
                        .mapToDouble(line -> Math.log(line.weight()))
                        .sum();
        return new Weighing(
                explained.rulesVersion(),
                rules.map(FusionRules::since).orElse(null),
                told ? rounded(sum) : null,
                rules.map(FusionRules::someFrom).orElse(null),
                rules.map(FusionRules::strongFrom).orElse(null),
                rules.map(FusionRules::declaresFrom).orElse(null));
    }

    /**
     * Until the revision was decided: later looks, at this report among them, would make another
     * report of the same revision each time. The analysis ends a moment after its time is taken.
     */
    private static List<CustodyLine> custody(Custody custody, Instant decidedAt) {
        List<CustodyLine> lines = new ArrayList<>();
        boolean analysed = false;
        for (Custody.Line line : custody.entries()) {
            Instant at = Instant.parse(line.at());
            if (at.isAfter(decidedAt) && analysed) {
                break;
            }
            analysed |= line.act().equals(CustodyAct.ANALYZED.name());
            lines.add(
                    new CustodyLine(
                            line.seq(),
                            line.act(),
                            line.actName(),
                            line.organisation(),
                            outside(at),
                            line.seal()));
        }
        return lines;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
