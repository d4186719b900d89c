package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 144;

    /** Of a side; a field of the lattice that is compared afterwards is about as wide. */
    private static final double CLOSE = 0.008;

    /** Share of a side. */
    private static final double SMALL = 0.33;

    @RepeatedTest(20)
    void aPhotographFromTheSideIsBroughtToThePixels(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane stored = texture(random);
        Mapping truth = perspective(random);
        Plane query = seenThrough(stored, truth, false);
        Mapping guessed = guessed(truth, random);
        assertThat(error(guessed, truth)).as("the guess is off").isGreaterThan(2 * CLOSE);
        assertThat(new Refinement(query).onto(stored, guessed))
                .hasValueSatisfying(
                        refined -> assertThat(error(refined, truth)).isEqualTo(0, within(CLOSE)));
    }

    /** A picture on a telephone that lies on a table takes a tenth of the photograph. */
    @RepeatedTest(20)
    void aSmallPictureOnALargePhotographIsBroughtToThePixels(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane stored = texture(random);
        double left = 0.2 + 0.3 * random.nextDouble();
        double top = 0.2 + 0.3 * random.nextDouble();
        Mapping truth =
                new Mapping(
                        1 / SMALL,
                        0.3 * (random.nextDouble() - 0.5),
                        -left / SMALL,
                        0.3 * (random.nextDouble() - 0.5),
                        1 / SMALL,
                        -top / SMALL,
                        0.2 * (random.nextDouble() - 0.5),
                        0.2 * (random.nextDouble() - 0.5),
                        1);
        Plane query = seenThrough(stored, truth, false);
        Mapping shifted = truth.then(new Mapping(1, 0, 0.02, 0, 1, -0.02, 0, 0, 1));
        assertThat(error(shifted, truth)).isGreaterThan(2 * CLOSE);
        assertThat(new Refinement(query).onto(stored, shifted))
                .hasValueSatisfying(
                        refined -> assertThat(error(refined, truth)).isEqualTo(0, within(CLOSE)));
    }

    @Test
    void glareOverAFifthDoesNotPullItAway() {
        Random random = new Random(3);
        Plane stored = texture(random);
        Mapping truth = perspective(random);
        Plane query = seenThrough(stored, truth, true);
        assertThat(new Refinement(query).onto(stored, guessed(truth, random)))
                .hasValueSatisfying(
                        refined ->
                                assertThat(error(refined, truth)).isEqualTo(0, within(3 * CLOSE)));
    }

    @Test
    void whereNothingIsInCommonThereIsNoMapping() {
        Plane stored = texture(new Random(1));
        Mapping beside = new Mapping(1, 0, 1.5, 0, 1, 0, 0, 0, 1);
        assertThat(new Refinement(texture(new Random(2))).onto(stored, beside)).isEmpty();
    }

    @Test
    void aPlainPictureTellsNothing() {
        Plane plain = new Plane(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT]);
        assertThat(new Refinement(plain).onto(texture(new Random(1)), Mapping.IDENTITY)).isEmpty();
    }

    /** Bit by bit, for results must not depend on which candidates were looked at before. */
    @RepeatedTest(5)
    void oneQueryAgainstManyIsTheSameAsOneAtATime(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane shown = texture(random);
        Mapping truth = perspective(random);
        Plane query = seenThrough(shown, truth, false);
        Refinement once = new Refinement(query);
        for (int i = 0; i < 6; i++) {
            Plane stored = i % 2 == 0 ? shown : texture(random);
            Mapping guess = guessed(truth, random);
            assertThat(once.onto(stored, guess).map(RefinementTest::digits))
                    .isEqualTo(
                            new Refinement(query).onto(stored, guess).map(RefinementTest::digits));
        }
        assertThat(once.onto(shown, guessed(truth, random))).isPresent();
    }

    private static List<Long> digits(Mapping mapping) {
        return Arrays.stream(mapping.numbers())
                .mapToLong(Double::doubleToRawLongBits)
                .boxed()
                .toList();
    }

    /** Spots of all sizes. */
    private static Plane texture(Random random) {
        double[] light = new double[WIDTH * HEIGHT];
        for (int spot = 0; spot < 150; spot++) {
            double x = random.nextDouble() * WIDTH;
            double y = random.nextDouble() * HEIGHT;
            double size = 2 + random.nextDouble() * 14;
            double strength = (random.nextDouble() - 0.5) * 160;
            for (int row = 0; row < HEIGHT; row++) {
                for (int column = 0; column < WIDTH; column++) {
                    double away = Math.hypot(column + 0.5 - x, row + 0.5 - y) / size;
                    light[row * WIDTH + column] += strength * Math.exp(-away * away);
                }
            }
        }
        byte[] grey = new byte[light.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.max(0, Math.min(255, Math.round(128 + light[i])));
        }
        return new Plane(WIDTH, HEIGHT, grey);
    }

    /** From fractions of a photograph to fractions of what it shows. */
    private static Mapping perspective(Random random) {
        return new Mapping(
                1.15 + 0.1 * random.nextDouble(),
                0.08 * (random.nextDouble() - 0.5),
                -0.08,
                0.08 * (random.nextDouble() - 0.5),
                1.15 + 0.1 * random.nextDouble(),
                -0.08,
                0.2 * (random.nextDouble() - 0.5),
                0.2 * (random.nextDouble() - 0.5),
                1);
    }

    /** Darker and flatter, as a screen in a bright room; dark beside it. */
    private static Plane seenThrough(Plane stored, Mapping toStored, boolean glare) {
        byte[] grey = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double u = (x + 0.5) / WIDTH;
                double v = (y + 0.5) / HEIGHT;
                double toX = toStored.x(u, v);
                double toY = toStored.y(u, v);
                double light =
                        Lattice.isInside(toX, toY)
                                ? 30 + 0.6 * stored.between(toX * WIDTH, toY * HEIGHT)
                                : 20;
                boolean white = glare && u > 0.5 && u < 0.95 && v > 0.4 && v < 0.85;
                grey[y * WIDTH + x] = (byte) Math.round(white ? 250 : light);
            }
        }
        return new Plane(WIDTH, HEIGHT, grey);
    }

    /** What key points in the middle may tell: right there, without perspective. */
    private static Mapping guessed(Mapping truth, Random random) {
        double unit = 0.05;
        double x = truth.x(0.5, 0.5);
        double y = truth.y(0.5, 0.5);
        double acrossX = (truth.x(0.5 + unit, 0.5) - x) / unit;
        double acrossY = (truth.y(0.5 + unit, 0.5) - y) / unit;
        double downX = (truth.x(0.5, 0.5 + unit) - x) / unit;
        double downY = (truth.y(0.5, 0.5 + unit) - y) / unit;
        double shift = 0.02 * (random.nextBoolean() ? 1 : -1);
        return new Mapping(
                acrossX,
                downX,
                x - (acrossX + downX) / 2 + shift,
                acrossY,
                downY,
                y - (acrossY + downY) / 2 - shift,
                0,
                0,
                1);
    }

    /** The largest distance on a grid over what the photograph shows. */
    private static double error(Mapping mapping, Mapping truth) {
        double most = 0;
        for (int i = 1; i < 10; i++) {
            for (int k = 1; k < 10; k++) {
                double u = i / 10.0;
                double v = k / 10.0;
                double x = truth.x(u, v);
                double y = truth.y(u, v);
                if (Lattice.isInside(x, y)) {
                    double away = Math.hypot(mapping.x(u, v) - x, mapping.y(u, v) - y);
                    most = Math.max(most, away);
                }
            }
        }
        return most;
    }
}
