package io.mingjian.detection.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.media.GreyPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameSeriesTest {
    /** Stripes that lie a little further with every number, under a little grain. */
    private static GreyPicture picture(double place, double grain, Random random) {
        byte[] cells = new byte[GreyPicture.CELLS];
        for (int i = 0; i < cells.length; i++) {
            int x = i % GreyPicture.SIDE;
            int y = i / GreyPicture.SIDE;
            double value = 128 + 60 * Math.sin(0.3 * x + place) * Math.cos(0.21 * y - place / 2);
            cells[i] = (byte) Math.round(value + grain * random.nextGaussian());
        }
        return GreyPicture.of(cells);
    }

    private static List<GreyPicture> places(IntStream numbers) {
        Random random = new Random(5);
        return new ArrayList<>(
                numbers.mapToObj(i -> picture(0.11 * i + 0.002 * i * i, 0.2, random)).toList());
    }

    @Test
    void movementIsNeitherFrozenNorALoop() {
        FrameSeries series = new FrameSeries(places(IntStream.range(0, 90)));
        assertThat(series.frozen(10)).isEmpty();
        assertThat(series.loop(10)).isEmpty();
        assertThat(series.repeatedShare()).isZero();
        assertThat(series.typicalStep()).isGreaterThan(1);
    }

    @Test
    void passagesAreFoundWithBothEndsAndShortOnesAreNot() {
        List<GreyPicture> pictures = places(IntStream.range(0, 60));
        for (int i = 20; i < 45; i++) {
            pictures.set(i, pictures.get(19));
        }
        for (int i = 50; i < 55; i++) {
            pictures.set(i, pictures.get(49));
        }
        FrameSeries series = new FrameSeries(pictures);
        assertThat(series.frozen(10)).containsExactly(new Passage(19, 44));
        assertThat(series.repeatedShare()).isCloseTo(30.0 / 59, within(0.001));
    }

    @Test
    void aSmallThingThatMovesIsMovement() {
        Random random = new Random(6);
        List<GreyPicture> pictures = new ArrayList<>();
        byte[] cells = new byte[GreyPicture.CELLS];
        for (int i = 0; i < 30; i++) {
            byte[] fresh = cells.clone();
            fresh[random.nextInt(fresh.length)] = 60;
            pictures.add(GreyPicture.of(fresh));
        }
        assertThat(new FrameSeries(pictures).frozen(10)).isEmpty();
    }

    @Test
    void theShortestRoundIsTold() {
        List<GreyPicture> pictures = places(IntStream.range(0, 120).map(i -> i % 30));
        assertThat(new FrameSeries(pictures).loop(10))
                .hasValueSatisfying(
                        loop -> {
                            assertThat(loop.period()).isEqualTo(30);
                            assertThat(loop.within()).isGreaterThan(4 * loop.apart());
                        });
    }

    @Test
    void aRoundThatRepeatsForLessThanHalfOfItselfIsNone() {
        List<GreyPicture> pictures = places(IntStream.range(0, 40).map(i -> i % 30));
        assertThat(new FrameSeries(pictures).loop(10)).isEmpty();
    }

    @Test
    void onePictureIsASeriesToo() {
        FrameSeries series = new FrameSeries(places(IntStream.range(0, 1)));
        assertThat(series.frozen(2)).isEmpty();
        assertThat(series.loop(1)).isEmpty();
        assertThat(series.repeatedShare()).isZero();
        assertThat(series.typicalStep()).isZero();
    }
}
