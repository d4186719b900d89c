package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    /** Few different values, so that many are the same. */
    private static double[] values(Random random, int count) {
        return random.ints(count, 0, 1 + count / 2).asDoubleStream().toArray();
    }

    @Test
    void aValueIsTheOneThatStandsThereWhenAllAreSorted() {
        Random random = new Random(1);
        for (int count = 1; count < 60; count++) {
            double[] values = values(random, count);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int place = 0; place < count; place++) {
                assertThat(Ranks.value(values.clone(), count, place))
                        .as("place %d of %s", place, Arrays.toString(values))
                        .isEqualTo(sorted[place]);
            }
        }
    }

    @Test
    void whatLiesBehindTheFirstSoManyDoesNotCount() {
        assertThat(Ranks.value(new double[] {5, 3, 4, -1, -2}, 3, 0)).isEqualTo(3);
    }

    @Test
    void theSameArrayMayBeAskedAgain() {
        double[] values = {9, 1, 8, 2, 7};
        assertThat(Ranks.value(values, 5, 4)).isEqualTo(9);
        assertThat(Ranks.value(values, 5, 0)).isEqualTo(1);
        assertThat(Ranks.value(values, 5, 2)).isEqualTo(7);
    }
}
