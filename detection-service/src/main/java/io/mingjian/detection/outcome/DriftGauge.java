package io.mingjian.detection.outcome;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.outcome.DriftFigures.Move;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How far scores have moved, and whether that is an alarm, for whoever operates the suite: of the
 * analyzers of today the latest week that could be compared. Nothing is told where there was none
 * lately.
 */
@ApplicationScoped
class DriftGauge {
    private final Drifts drifts;
    private final UnitOfWork units;
    private final Clock clock;
    private final MultiGauge moved;
    private final MultiGauge alarm;

    DriftGauge(Drifts drifts, UnitOfWork units, Clock clock, MeterRegistry metrics) {
        this.drifts = drifts;
        this.units = units;
        this.clock = clock;
        this.moved =
                MultiGauge.builder("mingjian_detection_score_drift")
                        .description("difference from the first weeks of the version")
                        .register(metrics);
        this.alarm =
                MultiGauge.builder("mingjian_detection_score_drift_alarm")
                        .description("1 when the difference reaches the limit, and not by chance")
                        .register(metrics);
    }

    /** The latest comparison of a point. */
    private record Latest(Tags tags, Move move) {}

    @Scheduled(
            every = "{mingjian.drift.every}",
            delayed = "{mingjian.drift.delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return units.inSession(drifts::read).invoke(this::tell).replaceWithVoid();
    }

    private void tell(List<Drift> all) {
        List<Latest> latest =
                all.stream()
                        .filter(drift -> AnalyzerPanel.asks(drift.series().by()))
                        .flatMap(
                                drift ->
                                        Stream.of(DriftPoint.values())
                                                .flatMap(point -> latest(drift, point).stream()))
                        .toList();
        moved.register(rows(latest, Move::by), true);
        alarm.register(rows(latest, DriftGauge::alarm), true);
    }

    private static double alarm(Move move) {
        return move.isAlarm(DriftLimits.SHIPPED.moved()) ? 1 : 0;
    }

    private static List<Row<?>> rows(List<Latest> latest, ToDoubleFunction<Move> value) {
        return latest.stream()
                .<Row<?>>map(each -> Row.of(each.tags(), value.applyAsDouble(each.move())))
                .toList();
    }

    private Optional<Latest> latest(Drift drift, DriftPoint point) {
        return drift.since(LegalDay.today(clock), DriftLimits.SHIPPED.recent()).stream()
                .flatMap(week -> Optional.ofNullable(week.moved().get(point)).stream())
                .reduce((earlier, later) -> later)
                .map(
                        move ->
                                new Latest(
                                        Tags.of(
                                                "analyzer",
                                                drift.series().by().name(),
                                                "channel",
                                                drift.series().channel(),
                                                "point",
                                                point.name().toLowerCase(Locale.ROOT)),
                                        move));
    }
}
