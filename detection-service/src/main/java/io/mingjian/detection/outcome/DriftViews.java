package io.mingjian.detection.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.outcome.Drift.Reference;
import io.mingjian.detection.outcome.Drift.Week;
import io.mingjian.detection.outcome.DriftFigures.Move;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the calibration door answers of scores that move. */
final class DriftViews {
    private static final String NOTICE =
            "只统计已由人工依据本系统评分、文件标识和案件比对以外的证据确认为实拍照片的图片，按收取证据的自然周（周一起算）和文件来路分别统计；本周未结束的不计。"
                    + "评分变动不说明任何一份证据有问题，系统不据此改动规则、界限或者模型。";

    private DriftViews() {}

    /**
     * Weeks of every analyzer that scores.
     *
     * @param limit from this difference on it is told
     */
    record DriftView(double limit, List<SeriesView> series, String notice) {
        static DriftView of(List<Drift> drifts, LocalDate today, DriftLimits limits) {
            return new DriftView(
                    limits.moved(),
                    drifts.stream().map(drift -> SeriesView.of(drift, today, limits)).toList(),
                    NOTICE);
        }
    }

    /**
     * One version of an analyzer on pictures that came the same way.
     *
     * @param inForce whether pictures are scored by this version today
     * @param reference absent while there are too few photographs
     */
    @Schema(name = "DriftSeries")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeriesView(
            String analyzer,
            int version,
            boolean inForce,
            String channel,
            @Nullable ReferenceView reference,
            List<WeekView> weeks) {
        private static SeriesView of(Drift drift, LocalDate today, DriftLimits limits) {
            AnalyzerId by = drift.series().by();
            return new SeriesView(
                    by.name(),
                    by.version(),
                    AnalyzerPanel.asks(by),
                    drift.series().channel(),
                    drift.reference().map(ReferenceView::of).orElse(null),
                    drift.since(today, limits.shown()).stream()
                            .map(week -> WeekView.of(drift, week, limits))
                            .toList());
        }
    }

    /** The first weeks, with which the later ones are compared. */
    @Schema(name = "DriftReference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReferenceView(
            String firstWeek,
            String lastWeek,
            int pictures,
            @Nullable Double median,
            @Nullable Double p99) {
        private static ReferenceView of(Reference reference) {
            DriftFigures figures = reference.figures();
            return new ReferenceView(
                    named(reference.from()),
                    named(reference.last()),
                    figures.pictures(),
                    figures.points().get(DriftPoint.MEDIAN),
                    figures.points().get(DriftPoint.P99));
        }
    }

    /**
     * One week.
     *
     * @param week by ISO 8601
     * @param monday its first day
     * @param median absent where too few pictures tell it, like the others
     * @param medianMoved how far it lies above that of the reference
     * @param reason why there is an alarm, or none
     */
    @Schema(name = "DriftWeek")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeekView(
            String week,
            LocalDate monday,
            int pictures,
            @Nullable Double median,
            @Nullable Double p99,
            @Nullable Double medianMoved,
            @Nullable Double p99Moved,
            boolean alarm,
            String reason) {
        private static WeekView of(Drift drift, Week week, DriftLimits limits) {
            return new WeekView(
                    named(week.monday()),
                    week.monday(),
                    week.figures().pictures(),
                    week.figures().points().get(DriftPoint.MEDIAN),
                    week.figures().points().get(DriftPoint.P99),
                    moved(week, DriftPoint.MEDIAN),
                    moved(week, DriftPoint.P99),
                    week.isAlarm(limits),
                    why(drift, week, limits));
        }
    }

    private static String why(Drift drift, Week week, DriftLimits limits) {
        Optional<Reference> reference = drift.reference();
        if (reference.isEmpty()) {
            return "该版本、该来路在已结束的各周内已确认的实拍照片累计不足 " + limits.reference() + " 张，尚无参照期，不作判断。";
        }
        if (!week.monday().isAfter(reference.get().last())) {
            return "属于参照期，不与自身比较。";
        }
        if (week.moved().isEmpty()) {
            return "该周已确认的实拍照片不足 " + limits.leastForMedian() + " 张，不作判断。";
        }
        return compared(week, limits);
    }

    private static String compared(Week week, DriftLimits limits) {
        String points =
                Stream.of(DriftPoint.values())
                        .map(point -> compared(point, week.moved().get(point), limits))
                        .collect(Collectors.joining());
        return week.isAlarm(limits)
                ? points + "请核对近期照片的来源、设备、转发方式和程序版本有无变化，以及该项评分的界限是否仍然适用；不说明任何一份证据有问题。"
                : points;
    }

    private static String compared(DriftPoint point, @Nullable Move move, DriftLimits limits) {
        if (move == null) {
            return "该周已确认的实拍照片不足 %d 张，未比较%s。".formatted(limits.least(point), point.zhName());
        }
        if (!move.reaches(limits.moved())) {
            return "%s与参照期相差不到 %s。".formatted(point.zhName(), limits.moved());
        }
        return "%s比参照期%s %.4f，达到界限 %s%s。"
                .formatted(
                        point.zhName(),
                        move.by() > 0 ? "高" : "低",
                        Math.abs(move.by()),
                        limits.moved(),
                        move.byChance() ? "，但以现有张数可能出于偶然，不作提示" : "");
    }

    private static @Nullable Double moved(Week week, DriftPoint point) {
        Move move = week.moved().get(point);
        return move == null ? null : move.by();
    }

    private static String named(LocalDate monday) {
        return "%d-W%02d"
                .formatted(
                        monday.get(IsoFields.WEEK_BASED_YEAR),
                        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
