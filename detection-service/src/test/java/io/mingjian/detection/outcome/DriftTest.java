package io.mingjian.detection.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.forensics.Recapture;
import io.mingjian.detection.outcome.Drift.Scored;
import io.mingjian.detection.outcome.Drift.Series;
import io.mingjian.detection.outcome.DriftFigures.Move;
import io.mingjian.detection.outcome.DriftViews.DriftView;
import io.mingjian.detection.outcome.DriftViews.SeriesView;
import io.mingjian.detection.outcome.DriftViews.WeekView;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final DriftLimits LIMITS = DriftLimits.SHIPPED;
    private static final Series CAMERA = new Series(new Recapture().id(), "CAMERA");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Test
    void aPointIsTheScoreOfAPictureByNearestRank() {
        DriftFigures hundred = DriftFigures.of(shuffled(0.001, 100), LIMITS);
        assertThat(hundred.points().get(DriftPoint.MEDIAN)).as("the 50th").isEqualTo(0.050);
        assertThat(hundred.points().get(DriftPoint.P99)).as("the 99th").isEqualTo(0.099);
        DriftFigures oneMore = DriftFigures.of(shuffled(0.001, 101), LIMITS);
        assertThat(oneMore.points().get(DriftPoint.MEDIAN)).as("the 51st").isEqualTo(0.051);
        assertThat(oneMore.points().get(DriftPoint.P99)).as("the 100th").isEqualTo(0.100);
    }

    @Test
    void ofTooFewPicturesNothingIsTold() {
        assertThat(DriftFigures.of(shuffled(0, 49), LIMITS).points()).isEmpty();
        assertThat(DriftFigures.of(shuffled(0, 50), LIMITS).points())
                .containsOnlyKeys(DriftPoint.MEDIAN);
        assertThat(DriftFigures.of(shuffled(0, 99), LIMITS).points())
                .containsOnlyKeys(DriftPoint.MEDIAN);
        assertThat(DriftFigures.of(List.of(), LIMITS).pictures()).isZero();
    }

    @Test
    void theFirstWholeWeeksThatHoldEnoughAreTheReference() {
        List<Scored> scores = new ArrayList<>(week(0, 60, 0.1));
        scores.addAll(week(1, 60, 0.1));
        scores.addAll(week(2, 50, 0.2));
        Drift drift = only(scores);
        Drift.Reference reference = drift.reference().orElseThrow();
        assertThat(reference.from()).isEqualTo(FIRST);
        assertThat(reference.last()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(reference.figures().pictures()).isEqualTo(120);
        assertThat(reference.figures().points().get(DriftPoint.MEDIAN))
                .as("two of each: the 60th is the second of the 30th")
                .isEqualTo(0.129);
        assertThat(drift.weeks().get(1).moved()).as("of the reference itself").isEmpty();
        assertThat(drift.weeks().get(2).moved())
                .as("the 25th of fifty, .224, less .129; no 99 % point of fifty")
                .containsOnlyKeys(DriftPoint.MEDIAN)
                .containsValue(new Move(0.095, false));
    }

    @Test
    void theLimitItselfIsAnAlarmUpAndDownAndLessIsNone() {
        assertThat(moved(0.35, 0.30).alarm()).isTrue();
        assertThat(moved(0.35, 0.30).reason()).startsWith("中位数比参照期高 0.0500，达到界限 0.05。");
        assertThat(moved(0.30, 0.35).alarm()).isTrue();
        assertThat(moved(0.30, 0.35).reason()).contains("比参照期低 0.0500");
        assertThat(moved(0.3499, 0.30).alarm()).isFalse();
        assertThat(moved(0.3499, 0.30).reason()).startsWith("中位数与参照期相差不到 0.05。");
    }

    @Test
    void theHighestScoresAloneMayMove() {
        List<Scored> scores = new ArrayList<>(week(0, 100, 0.1));
        scores.addAll(week(1, 85, 0.1));
        Collections.nCopies(15, 0.9).forEach(value -> scores.add(scored(1, value)));
        WeekView week = weeks(scores).get(1);
        assertThat(week.medianMoved()).isZero();
        assertThat(week.p99Moved()).as(".9 less .198").isEqualTo(0.702);
        assertThat(week.alarm()).isTrue();
        assertThat(week.reason()).startsWith("中位数与参照期相差不到 0.05。99% 分位数比参照期高 0.7020，达到界限 0.05。请核对");
    }

    /** The 99 % point of a hundred is the second highest: one picture more moves it. */
    @Test
    void whatOnePictureMoreCanDoIsNoAlarm() {
        List<Scored> scores = new ArrayList<>(week(0, 100, 0.1));
        scores.addAll(week(1, 98, 0.1));
        scores.add(scored(1, 0.9));
        scores.add(scored(1, 0.9));
        WeekView week = weeks(scores).get(1);
        assertThat(week.p99Moved()).isEqualTo(0.702);
        assertThat(week.alarm()).as("2 of 100 beside 1 of 100").isFalse();
        assertThat(week.reason()).contains("可能出于偶然，不作提示").doesNotContain("请核对");
    }

    @Test
    void tooFewPicturesAreSaidToBeTooFew() {
        List<Scored> scores = new ArrayList<>(week(0, 99, 0.1));
        assertThat(weeks(scores).get(0).reason()).contains("累计不足 100 张");
        scores.addAll(week(1, 49, 0.9));
        assertThat(weeks(scores).get(0).reason()).startsWith("属于参照期");
        scores.addAll(week(2, 49, 0.9));
        WeekView few = weeks(scores).get(2);
        assertThat(few.alarm()).isFalse();
        assertThat(few.median()).isNull();
        assertThat(few.reason()).contains("不足 50 张");
        scores.addAll(week(3, 50, 0.1));
        assertThat(weeks(scores).get(3).reason()).contains("未比较99% 分位数");
    }

    @Test
    void aWeekBeginsOnMondayInShanghaiAndCountsWhenItHasEnded() {
        List<Scored> scores =
                List.of(
                        at("2026-11-22T15:59:59Z"),
                        at("2026-11-22T16:00:00Z"),
                        at("2026-11-29T15:59:59Z"),
                        at("2026-11-29T16:00:00Z"));
        assertThat(weeks(scores))
                .extracting(WeekView::week, WeekView::pictures)
                .containsExactly(tuple("2026-W47", 1), tuple("2026-W48", 2));
    }

    @Test
    void aWeekBelongsToTheYearOfItsThursday() {
        List<Scored> scores = List.of(at("2027-01-01T04:00:00Z"));
        SeriesView series =
                DriftView.of(
                                Drift.of(scores, LocalDate.of(2027, 1, 4), LIMITS),
                                LocalDate.of(2027, 1, 4),
                                LIMITS)
                        .series()
                        .get(0);
        assertThat(series.weeks()).extracting(WeekView::week).containsExactly("2026-W53");
    }

    @Test
    void versionsAndChannelsAreNeverHeldAgainstEachOther() {
        List<Scored> scores = new ArrayList<>(week(0, 100, 0.1));
        Series next = new Series(new AnalyzerId("recapture", 999), "CAMERA");
        Series messenger = new Series(CAMERA.by(), "MESSENGER");
        week(1, 100, 0.5)
                .forEach(
                        scored -> {
                            scores.add(new Scored(next, scored.receivedAt(), scored.score()));
                            scores.add(new Scored(messenger, scored.receivedAt(), scored.score()));
                        });
        DriftView view = view(scores);
        assertThat(view.series())
                .extracting(SeriesView::version, SeriesView::channel, SeriesView::inForce)
                .containsExactly(
                        tuple(CAMERA.by().version(), "CAMERA", true),
                        tuple(CAMERA.by().version(), "MESSENGER", true),
                        tuple(999, "CAMERA", false));
        assertThat(view.series()).flatExtracting(SeriesView::weeks).noneMatch(WeekView::alarm);
    }

    @Test
    void aYearIsShownAndTheReferenceStays() {
        List<Scored> scores = new ArrayList<>(week(-60, 100, 0.1));
        scores.addAll(week(0, 100, 0.3));
        SeriesView series = view(scores).series().get(0);
        assertThat(series.weeks()).extracting(WeekView::monday).containsExactly(FIRST);
        assertThat(series.reference()).isNotNull();
        assertThat(series.weeks().get(0).alarm()).isTrue();
    }

    /** A week of one score after a reference of another. */
    private static WeekView moved(double score, double reference) {
        List<Scored> scores = new ArrayList<>();
        Collections.nCopies(100, reference).forEach(value -> scores.add(scored(0, value)));
        Collections.nCopies(50, score).forEach(value -> scores.add(scored(1, value)));
        return weeks(scores).get(1);
    }

    private static List<WeekView> weeks(List<Scored> scores) {
        return view(scores).series().get(0).weeks();
    }

    private static DriftView view(List<Scored> scores) {
        return DriftView.of(Drift.of(scores, TODAY, LIMITS), TODAY, LIMITS);
    }

    private static Drift only(List<Scored> scores) {
        assertThat(Drift.of(scores, TODAY, LIMITS)).hasSize(1);
        return Drift.of(scores, TODAY, LIMITS).get(0);
    }

    /** So many pictures of the week, from this score on in steps of a thousandth. */
    private static List<Scored> week(int week, int pictures, double from) {
        return IntStream.range(0, pictures).mapToObj(i -> scored(week, from + i / 1000.0)).toList();
    }

    private static Scored scored(int week, double score) {
        Instant noon =
                FIRST.plusWeeks(week).plusDays(2).atTime(12, 0).atZone(LegalDay.ZONE).toInstant();
        return new Scored(CAMERA, noon, score);
    }

    private static Scored at(String instant) {
        return new Scored(CAMERA, Instant.parse(instant), 0.1);
    }

    private static List<Double> shuffled(double from, int number) {
        List<Double> scores =
                new ArrayList<>(
                        IntStream.range(0, number).mapToObj(i -> from + i / 1000.0).toList());
        Collections.shuffle(scores, new Random(7));
        return scores;
    }
}
