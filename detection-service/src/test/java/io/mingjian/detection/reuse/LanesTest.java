package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LanesTest {
    /** One row alone, added up from left to right as the reference of PDQ does. */
    private static float[] alone(float[] row, int window) {
        int ahead = Math.min(window / 2, row.length - 1);
        int back = (window - 1) / 2;
        float[] means = new float[row.length];
        float sum = 0;
        int count = 0;
        for (int x = -ahead; x < row.length; x++) {
            if (x + ahead < row.length) {
                sum += row[x + ahead];
                count++;
            }
            if (x - back > 0) {
                sum -= row[x - back - 1];
                count--;
            }
            if (x >= 0) {
                means[x] = sum / count;
            }
        }
        return means;
    }

    private static float[][] rows(int length) {
        Random random = new Random(length);
        float[][] rows = new float[Lanes.COUNT][length];
        for (float[] row : rows) {
            for (int x = 0; x < length; x++) {
                row[x] = 255 * random.nextFloat();
            }
        }
        return rows;
    }

    private static Lanes lanes(float[][] rows) {
        Lanes lanes = new Lanes(rows[0].length);
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            lanes.put(lane, rows[lane]);
        }
        return lanes;
    }

    @Test
    void eachRowIsSmoothedAsIfItWereAlone() {
        for (int length : new int[] {1, 2, 3, 7, 200}) {
            for (int window : new int[] {1, 2, 5, 8}) {
                float[][] rows = rows(length);
                int[] places = {0, length / 2, length / 2, length - 1};
                Lanes once = new Lanes(length);
                lanes(rows).smooth(once, window);
                float[][] twice = once.smooth(places, window);
                for (int lane = 0; lane < Lanes.COUNT; lane++) {
                    float[] expected = alone(alone(rows[lane], window), window);
                    for (int i = 0; i < places.length; i++) {
                        assertThat(twice[lane][i])
                                .as("length %d, window %d, lane %d", length, window, lane)
                                .isEqualTo(expected[places[i]]);
                    }
                }
            }
        }
    }
}
