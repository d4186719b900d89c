package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilmRecaptureTest {
    private static final int WIDTH = 832;
    private static final int HEIGHT = 624;
    private static final double RATE = 8;

    /** Coloured fields with a slanted grating over them, as a panel's pixels leave it. */
    private static final byte[] SCREEN = picture(WIDTH, HEIGHT, 26, 0);

    /** The same fields with the grain of a sensor. */
    private static final byte[] THING = picture(WIDTH, HEIGHT, 0, 8);

    private static byte[] picture(int width, int height, double grating, double grain) {
        Random random = new Random(7);
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            double stripe = grating * Math.cos(2 * Math.PI * (0.19 * x + 0.13 * y));
            double[] field = {
                130 + 90 * Math.sin(x / 47.0),
                130 + 90 * Math.sin(y / 39.0 + 2),
                130 + 90 * Math.sin((x + y) / 53.0 + 4)
            };
            for (int c = 0; c < 3; c++) {
                double value = field[c] + stripe + grain * random.nextGaussian();
                rgb[3 * i + c] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return rgb;
    }

    private static EvidenceFilm film(byte[]... pictures) {
        return FilmSmith.opened(
                FilmSmith.of(
                        Arrays.asList(pictures),
                        WIDTH,
                        HEIGHT,
                        RATE,
                        "mp4",
                        "-c:v",
                        "mpeg4",
                        "-q:v",
                        "2"));
    }

    private static Finding watched(EvidenceFilm film) {
        List<Finding> findings = new Recapture().watch(film);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static byte[][] times(int times, byte[] picture) {
        return Collections.nCopies(times, picture).toArray(byte[][]::new);
    }

    private static List<Pixels> pictures(int... sides) {
        return Arrays.stream(sides).mapToObj(s -> Pixels.of(s, s, new int[s * s])).toList();
    }

    private static List<Double> scored(int pictures, Double... scores) {
        int[] sides = new int[pictures];
        Arrays.fill(sides, ScreenFigures.LONG_SIDE);
        Iterator<Double> next = List.of(scores).iterator();
        return ScreenFrames.of(pictures(sides)).scores(picture -> next.next(), 0.5);
    }

    @Test
    void aFilmOfAGratingIsAHintThatSaysWhatItDoesNotProve() {
        assumeTrue(FilmSmith.isHere());
        assertThat(watched(film(times(8, SCREEN))))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> {
                            assertThat(found.code()).isEqualTo("FILM_RECAPTURE_HINT");
                            assertThat(found.strength()).isEqualTo(SignalStrength.WEAK);
                            assertThat(found.zhSummary()).contains("5 帧");
                            assertThat(found.zhDoesNotProve()).contains("聊天记录", "监控", "不参与");
                            assertThat((List<?>) found.facts().get("scores")).hasSize(5);
                        });
    }

    @Test
    void aFilmOfAThingIsNoneAndDoesNotSayThatItShowsNoScreen() {
        assumeTrue(FilmSmith.isHere());
        assertThat(watched(film(times(8, THING))))
                .isInstanceOfSatisfying(
                        NothingFound.class,
                        nothing -> assertThat(nothing.zhSummary()).contains("3 帧", "不说明不是翻拍"));
    }

    @Test
    void aScreenThatComesIntoViewForAMomentIsNotTold() {
        assumeTrue(FilmSmith.isHere());
        byte[][] pictures = times(8, THING);
        pictures[3] = SCREEN;
        assertThat(watched(film(pictures))).isInstanceOf(NothingFound.class);
    }

    @Test
    void smallFilmsAreNotJudgedAndBrokenOnesAreToldElsewhere() {
        assumeTrue(FilmSmith.isHere());
        byte[] small = FilmSmith.redThenBlue("mp4", "-c:v", "mpeg4");
        assertThat(watched(FilmSmith.opened(small)))
                .isInstanceOfSatisfying(
                        NotApplicable.class, not -> assertThat(not.code()).isEqualTo("TOO_SMALL"));
        byte[] broken = FilmSmith.redThenBlue("avi", "-c:v", "mjpeg");
        Arrays.fill(broken, broken.length / 4, broken.length, (byte) 7);
        assertThat(new Recapture().watch(FilmSmith.opened(broken))).isEmpty();
    }

    @Test
    void fewPicturesFromAllOfTheFilmAreMeasured() {
        int[] sides = new int[8];
        Arrays.setAll(sides, i -> ScreenFigures.LONG_SIDE + i);
        List<Integer> measured = new ArrayList<>();
        ScreenFrames.of(pictures(sides)).pictures().forEach(p -> measured.add(p.width()));
        assertThat(measured).containsExactly(800, 801, 803, 805, 807);
        assertThat(ScreenFrames.of(pictures(64, 799)).isEmpty()).isTrue();
        assertThat(ScreenFrames.of(pictures(64, 900)).pictures()).hasSize(1);
    }

    @Test
    void theMiddleScoreCountsAndNoPictureIsMeasuredForNothing() {
        assertThat(scored(5, 0.1, 0.2, 0.3)).containsExactly(0.1, 0.2, 0.3);
        assertThat(scored(5, 0.1, 0.9, 0.2, 0.9, 0.9)).hasSize(5);
        assertThat(scored(4, 0.1, 0.1)).hasSize(2);
        assertThat(scored(1, 0.9)).containsExactly(0.9);
        assertThat(ScreenFrames.middle(List.of(0.9, 0.1, 0.2, 0.9, 0.8))).isEqualTo(0.8);
        assertThat(ScreenFrames.middle(List.of(0.9, 0.4))).isEqualTo(0.4);
        assertThat(ScreenFrames.middle(scored(4, 0.9, 0.1, 0.9, 0.1))).isLessThan(0.5);
    }
}
