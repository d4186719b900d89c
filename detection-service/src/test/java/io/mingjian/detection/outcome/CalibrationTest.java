package io.mingjian.detection.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.analysis.FusionRules;
import io.mingjian.detection.outcome.Calibration.Count;
import io.mingjian.detection.outcome.Calibration.Figure;
import io.mingjian.detection.outcome.Calibration.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Calibration CALIBRATION =
            new Calibration(new Totals(80, 20, 50, 1000, 0), List.of());

    @Test
    void aLabelIsHeldAgainstWhatWasMadeOrAltered() {
        Figure figure = figure(new Count("EXPLICIT_LABEL", 30, 1, 2));
        assertThat(figure.of()).isEqualTo(100);
        assertThat(figure.ratio()).isCloseTo(30.5 / 101 / (2.5 / 1001), within(1e-9));
        assertThat(figure.low()).isLessThan(figure.ratio());
        assertThat(figure.high().orElseThrow()).isGreaterThan(figure.ratio());
    }

    @Test
    void reuseIsHeldAgainstWhatWasTakenFromElsewhere() {
        Figure figure = figure(new Count("REUSED_IN_OTHER_MATTER", 3, 45, 0));
        assertThat(figure.seen()).isEqualTo(45);
        assertThat(figure.of()).isEqualTo(50);
        assertThat(figure.high()).as("no false alarm bounds nothing").isEmpty();
        assertThat(figure.low()).isGreaterThan(100);
    }

    @Test
    void aRatioOfNothingIsNeitherInfiniteNorMissing() {
        Calibration empty = new Calibration(new Totals(0, 0, 0, 0, 0), List.of());
        Figure figure =
                empty.figure(new Count("AI_MARK", 0, 0, 0), FusionRules.current().find("AI_MARK"));
        assertThat(figure.ratio()).isEqualTo(1);
        assertThat(figure.low()).isZero();
    }

    @Test
    void onlyWhatIsKnownWithoutThisSuiteIsIndependent() {
        assertThat(RestsOn.values())
                .filteredOn(ground -> !ground.isIndependent())
                .containsExactly(
                        RestsOn.CASE_COMPARISON, RestsOn.DECLARED_LABEL, RestsOn.DETECTION_SCORE);
    }

    private static Figure figure(Count count) {
        return CALIBRATION.figure(count, FusionRules.current().find(count.code()));
    }
}
