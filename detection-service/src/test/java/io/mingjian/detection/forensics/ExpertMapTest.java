package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpertMapTest {
    private static final int SIDE = 320;
    private static final int FROM = 96;
    private static final int TO = 224;

    private static BufferedImage map(ExpertMap map, byte[] file) {
        EvidencePicture picture = ((Intake.Accepted) EvidencePicture.open(file)).picture();
        return PictureDrawer.read(map.png(picture).orElseThrow());
    }

    private static BufferedImage grained(double strength) {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int grey = (int) Math.max(0, Math.min(255, 128 + strength * random.nextGaussian()));
            image.setRGB(i % SIDE, i / SIDE, grey << 16 | grey << 8 | grey);
        }
        return image;
    }

    /** The middle of the second picture laid into the first. */
    private static BufferedImage laid(BufferedImage ground, BufferedImage middle) {
        Graphics2D g = ground.createGraphics();
        g.drawImage(middle.getSubimage(FROM, FROM, TO - FROM, TO - FROM), FROM, FROM, null);
        g.dispose();
        return ground;
    }

    private static double brightness(
            BufferedImage image, double left, double top, double right, double bottom) {
        double sum = 0;
        int count = 0;
        for (int y = (int) (top * image.getHeight()); y < bottom * image.getHeight(); y++) {
            for (int x = (int) (left * image.getWidth()); x < right * image.getWidth(); x++) {
                sum += image.getRGB(x, y) & 0xFF;
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void theErrorLevelMapIsBrightWhereAnUncompressedPartWasLaidIn() {
        BufferedImage saved = Montage.saved(Montage.saved(grained(12), 0.9), 0.9);
        byte[] file = PictureDrawer.png(laid(saved, grained(12)));
        BufferedImage map = map(ExpertMap.ELA, file);
        assertThat(map.getWidth()).isEqualTo(SIDE);
        assertThat(brightness(map, 0.35, 0.35, 0.65, 0.65))
                .isGreaterThan(1.3 * brightness(map, 0.02, 0.02, 0.25, 0.98));
    }

    @Test
    void theGhostIsDarkestAtTheQualityAtWhichThePartWasSaved() {
        BufferedImage image = laid(grained(25), Montage.saved(grained(25), 0.6));
        BufferedImage map = map(ExpertMap.JPEG_GHOST, PictureDrawer.png(image));
        double at60 = panel(map, 2);
        double at75 = panel(map, 5);
        assertThat(at60).isLessThan(at75 - 20);
        assertThat(at60).isLessThan(panel(map, 0) - 20);
    }

    private static double panel(BufferedImage sheet, int panel) {
        double left = panel % 3 / 3.0;
        double top = panel / 3 / 3.0;
        return brightness(sheet, left + 0.13, top + 0.13, left + 0.2, top + 0.2);
    }

    @Test
    void theNoiseMapIsRedWhereMoreNoiseLies() {
        BufferedImage map = map(ExpertMap.NOISE, PictureDrawer.png(laid(grained(3), grained(15))));
        assertThat(map.getWidth()).isEqualTo(map.getHeight()).isGreaterThan(900);
        int middle = map.getRGB(map.getWidth() / 2, map.getHeight() / 2);
        int edge = map.getRGB(map.getWidth() / 10, map.getHeight() / 2);
        assertThat((middle >> 16 & 0xFF) - (middle & 0xFF)).isGreaterThan(100);
        assertThat(Math.abs((edge >> 16 & 0xFF) - (edge & 0xFF))).isLessThan(60);
    }

    @Test
    void everyMapSaysThatItIsNoScore() {
        for (ExpertMap map : ExpertMap.values()) {
            assertThat(ExpertMap.of(map.key())).contains(map);
            assertThat(map.zhDoesNotProve()).contains("不是评分", "随机", "AUC");
        }
        assertThat(ExpertMap.of("heat")).isEmpty();
    }

    @Test
    void nothingIsDrawnOfSmallOrBrokenPictures() {
        byte[] small = PictureDrawer.png(new BufferedImage(63, 200, 1));
        EvidencePicture picture = ((Intake.Accepted) EvidencePicture.open(small)).picture();
        assertThat(ExpertMap.NOISE.png(picture)).isEmpty();
    }
}
