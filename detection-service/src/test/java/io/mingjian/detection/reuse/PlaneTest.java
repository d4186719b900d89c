package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaneTest {
    /** Every small pixel is the mean of its area, the pixels at its border counted in part. */
    @Test
    void shrinkingTakesTheMeanOfEachArea() {
        int width = 101;
        int height = 67;
        byte[] grey = new byte[width * height];
        new Random(5).nextBytes(grey);
        Plane large = new Plane(width, height, grey);
        Plane small = large.shrunk(40);
        assertThat(small.width()).isEqualTo(40);
        assertThat(small.height()).isEqualTo(27);
        for (int y = 0; y < 27; y++) {
            for (int x = 0; x < 40; x++) {
                double mean = mean(large, x / 40.0, y / 27.0, (x + 1) / 40.0, (y + 1) / 27.0);
                assertThat(small.at(x, y)).isEqualTo((int) Math.round(mean));
            }
        }
    }

    private static double mean(Plane plane, double left, double top, double right, double bottom) {
        double sum = 0;
        double area = 0;
        for (int y = 0; y < plane.height(); y++) {
            double down =
                    Math.min(bottom * plane.height(), y + 1) - Math.max(top * plane.height(), y);
            for (int x = 0; x < plane.width(); x++) {
                double across =
                        Math.min(right * plane.width(), x + 1) - Math.max(left * plane.width(), x);
                if (down > 0 && across > 0) {
                    sum += across * down * plane.at(x, y);
                    area += across * down;
                }
            }
        }
        return sum / area;
    }
}
