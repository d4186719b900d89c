package io.mingjian.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static double[] upTo(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> i).toArray();
    }

    @Test
    void aucCountsPairsAndTiesHalf() {
        assertThat(Rates.auc(new double[] {2, 3}, new double[] {1, 2})).isEqualTo(0.875);
        assertThat(Rates.auc(new double[] {1}, new double[] {1})).isEqualTo(0.5);
        assertThat(Rates.auc(new double[] {}, new double[] {1})).isNull();
    }

    @Test
    void wilsonsIntervalIsTheOneOfTheBooks() {
        Rates.Share share = Rates.Share.of(0, 100);
        assertThat(share.low()).isZero();
        assertThat(share.high()).isCloseTo(0.0370, within(1e-4));
        share = Rates.Share.of(15, 50);
        assertThat(share.low()).isCloseTo(0.1910, within(1e-4));
        assertThat(share.high()).isCloseTo(0.4375, within(1e-4));
    }

    @Test
    void falseAlarmsAreCountedAndNotGuessed() {
        assertThat(Rates.atFalseAlarms(new double[] {99.5, 98.5}, upTo(100), 0.01).hits())
                .isEqualTo(1);
        assertThat(Rates.atFalseAlarms(new double[] {9.5, 10.5}, upTo(10), 0.01).hits())
                .isEqualTo(1);
    }

    @Test
    void aBorderAtOnePercentNeedsNinetyNinePictures() {
        assertThat(Rates.conformal(upTo(98), 0.01)).isNull();
        assertThat(Rates.conformal(upTo(99), 0.01)).isEqualTo(99);
        assertThat(Rates.conformal(upTo(999), 0.01)).isEqualTo(990);
    }

    @Test
    void aBetterScoreBeatsAWorseOneAndNotItself() {
        double[][] good = {{3, 4, 5, 6}, {1, 2, 2.5, 0}};
        double[][] poor = {{1, 4, 2, 6}, {3, 2, 5, 0}};
        assertThat(Rates.beats(good, poor, 200, 1)).isGreaterThan(0.9);
        assertThat(Rates.beats(good, good, 200, 1)).isZero();
        double[] interval = Rates.aucInterval(poor[0], poor[1], 200, 1);
        assertThat(Objects.requireNonNull(Rates.auc(poor[0], poor[1])))
                .isBetween(interval[0], interval[1]);
    }
}
