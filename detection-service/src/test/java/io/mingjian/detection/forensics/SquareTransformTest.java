package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareTransformTest {
    private static final int SIDE = 8;

    /** By the definition. */
    private static double[] frequency(double[] re, double[] im, int across, int down) {
        double real = 0;
        double imaginary = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double turn = -2 * Math.PI * (across * x + down * y) / SIDE;
                int at = y * SIDE + x;
                real += re[at] * Math.cos(turn) - im[at] * Math.sin(turn);
                imaginary += re[at] * Math.sin(turn) + im[at] * Math.cos(turn);
            }
        }
        return new double[] {real, imaginary};
    }

    @Test
    void everyFrequencyIsWhatTheDefinitionSays() {
        Random random = new Random(2);
        double[] re = random.doubles(SIDE * SIDE, -100, 100).toArray();
        double[] im = random.doubles(SIDE * SIDE, -100, 100).toArray();
        double[] ofRe = re.clone();
        double[] ofIm = im.clone();
        SquareTransform.of(ofRe, ofIm, SIDE);
        for (int across = 0; across < SIDE; across++) {
            for (int down = 0; down < SIDE; down++) {
                double[] expected = frequency(re, im, across, down);
                assertThat(ofRe[across * SIDE + down]).isCloseTo(expected[0], within(1e-9));
                assertThat(ofIm[across * SIDE + down]).isCloseTo(expected[1], within(1e-9));
            }
        }
    }
}
