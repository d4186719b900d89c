package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TonesTest {
    private static final int ACROSS = 12;
    private static final int DOWN = 9;

    private static double[] picture(int seed) {
        return new Random(seed).doubles(ACROSS * DOWN, 20, 230).toArray();
    }

    private static double likeness(double[] query, double[] stored) {
        return new Tones(ACROSS, DOWN, query, stored).likeness();
    }

    @Test
    void aCopyThatIsDarkerAndFlatterAllOverHasTheSameTones() {
        double[] stored = picture(1);
        double[] query = stored.clone();
        for (int part = 0; part < query.length; part++) {
            query[part] = 10 + 0.4 * query[part];
        }
        assertThat(likeness(query, stored)).isGreaterThan(0.999);
    }

    @Test
    void aCaptionAlongOneEdgeIsLeftOut() {
        double[] stored = picture(1);
        double[] query = stored.clone();
        for (int part = 0; part < 2 * ACROSS; part++) {
            query[query.length - 1 - part] = 5;
        }
        assertThat(likeness(query, stored)).isGreaterThan(0.999);
    }

    @Test
    void otherTonesOverAHalfCount() {
        double[] stored = picture(1);
        double[] query = stored.clone();
        System.arraycopy(picture(2), 0, query, 0, query.length / 2);
        assertThat(likeness(query, stored)).isLessThan(Confirmation.LEAST_TONE);
    }

    @Test
    void whatOneDoesNotShowIsLeftOutAndNothingAtAllTellsNothing() {
        double[] stored = picture(1);
        double[] query = stored.clone();
        query[17] = Double.NaN;
        assertThat(likeness(query, stored)).isGreaterThan(0.999);
        Arrays.fill(query, Double.NaN);
        assertThat(likeness(query, stored)).isZero();
        assertThat(likeness(new double[ACROSS * DOWN], stored)).isZero();
    }
}
