package io.mingjian.detection.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.detection.analysis.FusionRules;
import io.mingjian.detection.analysis.RuleRow;
import io.mingjian.detection.analysis.RuleStatus;
import io.mingjian.detection.analysis.SignalGroup;
import io.mingjian.detection.finding.Wilson;
import io.mingjian.detection.outcome.DriftViews.DriftView;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the calibration door answers. */
final class CalibrationViews {
    private static final String NOTICE = "仅供制定新一版融合规则时参考；系统不据此自动改动规则、界限或者模型。";

    private CalibrationViews() {}

    /**
     * The figures beside the rules in force.
     *
     * @param enough whether there are as many ordinary photographs as a rate of 1 % needs
     * @param drift how scores move on photographs of which it is known that they are such
     */
    record CalibrationView(
            int fusionVersion,
            TotalsView totals,
            boolean enough,
            List<SignalView> signals,
            DriftView drift,
            String notice) {
        /** Below this number of ordinary photographs no rate of 1 % can be told. */
        private static final long ENOUGH = 1000;

        static CalibrationView of(Calibration calibration, DriftView drift) {
            FusionRules rules = FusionRules.current();
            return new CalibrationView(
                    rules.version(),
                    TotalsView.of(calibration.totals()),
                    calibration.totals().ordinary() >= ENOUGH,
                    calibration.counts().stream()
                            .map(
                                    count ->
                                            SignalView.of(
                                                    calibration, count, rules.find(count.code())))
                            .toList(),
                    drift,
                    NOTICE);
        }
    }

    /** Pieces by their outcome. */
    @Schema(name = "CalibrationTotals")
    record TotalsView(
            long generated, long altered, long reused, long authenticPhoto, long disagreeing) {
        static TotalsView of(Calibration.Totals totals) {
            return new TotalsView(
                    totals.generated(),
                    totals.altered(),
                    totals.reused(),
                    totals.ordinary(),
                    totals.disagreeing());
        }
    }

    /** A share with the interval in which it lies, 95 % (Wilson). */
    @Schema(name = "CalibrationRate")
    record Rate(long seen, long of, double low, double high) {
        private static Rate of(long seen, long of, Wilson range) {
            return new Rate(seen, of, rounded(range.low()), rounded(range.high()));
        }
    }

    /**
     * A signal.
     *
     * @param inForce what it counts today; absent for a code without a row
     * @param ratioHigh absent when nothing bounds it
     */
    @Schema(name = "CalibrationSignal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignalView(
            String code,
            @Nullable SignalGroup group,
            Rate hits,
            Rate falseAlarms,
            double ratio,
            double ratioLow,
            @Nullable Double ratioHigh,
            @Nullable Double inForce,
            @Nullable RuleStatus status) {

        private static SignalView of(
                Calibration calibration, Calibration.Count count, Optional<RuleRow> row) {
            Calibration.Figure figure = calibration.figure(count, row);
            return new SignalView(
                    figure.code(),
                    row.map(RuleRow::group).orElse(null),
                    Rate.of(figure.seen(), figure.of(), figure.hits()),
                    Rate.of(figure.falseAlarms(), figure.among(), figure.errors()),
                    rounded(figure.ratio()),
                    rounded(figure.low()),
                    figure.high().map(CalibrationViews::rounded).orElse(null),
                    row.map(RuleRow::weight).orElse(null),
                    row.map(RuleRow::status).orElse(null));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
