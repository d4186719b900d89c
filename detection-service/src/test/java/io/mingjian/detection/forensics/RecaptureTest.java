package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecaptureTest {
    private static List<Finding> analyze(byte[] bytes) {
        return new Recapture().analyze(((Intake.Accepted) EvidencePicture.open(bytes)).picture());
    }

    private static float[] noise(long seed) {
        Random random = new Random(seed);
        float[] plane = new float[Spectrum.SIDE * Spectrum.SIDE];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) (128 + 6 * random.nextGaussian());
        }
        return plane;
    }

    /** Stripes of a slant, four grey values strong. */
    private static float[] striped(float[] plane, int across, int down) {
        for (int i = 0; i < plane.length; i++) {
            double turn =
                    (across * (i % Spectrum.SIDE) + down * (i / Spectrum.SIDE))
                            * 2
                            * Math.PI
                            / Spectrum.SIDE;
            plane[i] += (float) (4 * Math.cos(turn));
        }
        return plane;
    }

    private static Spectrum spectrum(float[] plane) {
        return Spectrum.of(plane, noise(3), Spectrum.SIDE, 0, 0).first();
    }

    @Test
    void twoPlanesDoNotMix() {
        Spectrum.Two two = Spectrum.of(striped(noise(4), 20, 14), noise(5), Spectrum.SIDE, 0, 0);
        Spectrum.Two other = Spectrum.of(noise(5), striped(noise(4), 20, 14), Spectrum.SIDE, 0, 0);
        assertThat(two.first().peak()).isCloseTo(other.second().peak(), within(1e-9));
        assertThat(two.second().peak()).isCloseTo(other.first().peak(), within(1e-9));
        assertThat(two.first().peak()).isGreaterThan(two.second().peak() + 1);
    }

    @Test
    void stripesStandOutOfNoise() {
        double plain = spectrum(noise(1)).peak();
        double slanted = spectrum(striped(noise(1), 20, 14)).peak();
        assertThat(plain).isLessThan(1.5);
        assertThat(slanted).isGreaterThan(plain + 1);
    }

    @Test
    void stripesAlongAnAxisAreCountedApart() {
        Spectrum upright = spectrum(striped(noise(2), 24, 0));
        assertThat(upright.axisPeak()).isGreaterThan(2);
        assertThat(upright.peak()).isLessThan(1.5);
    }

    @Test
    void powerLiesWhereTheFrequencyIs() {
        Spectrum striped = spectrum(striped(new float[128 * 128], 30, 0));
        assertThat(striped.level(28, 32)).isGreaterThan(striped.level(40, 62) + 4);
    }

    @Test
    void theModelWeighsWhatItWasTold() {
        ScreenModel model =
                new ScreenModel(
                        List.of(
                                List.of("peakTop", "1", "0.5", "2"),
                                List.of("black", "0.1", "0.1", "-1"),
                                List.of("bias", "0"),
                                List.of("hintFrom", "0.8")));
        assertThat(model.hintFrom()).isEqualTo(0.8);
        assertThat(model.score(Map.of("peakTop", 1.0, "black", 0.1))).isEqualTo(0.5);
        assertThat(model.score(Map.of("peakTop", 1.5, "black", 0.1)))
                .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-9));
        assertThat(model.score(Map.of("peakTop", 99.0, "black", 0.1)))
                .isCloseTo(1 / (1 + Math.exp(-6)), within(1e-9));
    }

    @Test
    void theShippedModelKnowsEveryFigure() {
        BufferedImage image = PictureDrawer.goods(820, 300, 4);
        byte[] file = PictureDrawer.jpeg(image, 0.9);
        assertThat(analyze(file)).hasSize(1).noneMatch(CouldNotRead.class::isInstance);
        assertThat(analyze(file)).isEqualTo(analyze(file));
        assertThat(ScreenModel.shipped().hintFrom()).isBetween(0.5, 1.0);
    }

    @Test
    void whereNothingIsFoundTheScoreIsKeptAndNotTold() {
        Finding finding = analyze(PictureDrawer.jpeg(PictureDrawer.goods(820, 300, 4), 0.9)).get(0);
        assertThat(finding).isInstanceOf(NothingFound.class);
        assertThat(finding.score().orElseThrow()).isBetween(0.0, ScreenModel.shipped().hintFrom());
        assertThat(((NothingFound) finding).zhSummary()).doesNotContainPattern("\\d");
    }

    @Test
    void smallAndBrokenPicturesAreNotJudged() {
        assertThat(analyze(PictureDrawer.png(new BufferedImage(799, 600, 1))))
                .singleElement()
                .isInstanceOf(NotApplicable.class);
        byte[] broken = PictureDrawer.png(PictureDrawer.goods(820, 200, 3));
        Arrays.fill(broken, 60, broken.length - 16, (byte) 0x55);
        assertThat(analyze(broken)).singleElement().isInstanceOf(CouldNotRead.class);
    }
}
