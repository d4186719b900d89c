package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InvisibleWatermarkTest extends AnalyzerContract {
    private static final String SDXL = "101100111110110010010000011110111011000110011110";

    @Override
    protected Analyzer analyzer() {
        return new InvisibleWatermark();
    }

    @Override
    protected byte[] positive() {
        return PictureDrawer.png(marked(SDXL, 0));
    }

    @Override
    protected String positiveCode() {
        return "INVISIBLE_WATERMARK";
    }

    @Override
    protected byte[] negative() {
        return plainPng();
    }

    /** Squares of 8 × 8 pixels, bluish as their bit asks; so many bits are turned over. */
    private static BufferedImage marked(String bits, int wrong) {
        BufferedImage image = new BufferedImage(160, 128, BufferedImage.TYPE_INT_RGB);
        for (int block = 0; block < 20 * 16; block++) {
            int i = block % bits.length();
            boolean one = bits.charAt(i) == '1' ^ i < wrong;
            int rgb = 100 << 16 | 100 << 8 | (one ? 167 : 146);
            for (int p = 0; p < 64; p++) {
                image.setRGB(block % 20 * 8 + p % 8, block / 20 * 8 + p / 8, rgb);
            }
        }
        return image;
    }

    @Test
    void theMessageIsNamedWithItsBits() {
        assertThat(found(positive(), "INVISIBLE_WATERMARK").facts())
                .containsEntry("watermark", "sdxl")
                .containsEntry("bitsRight", 48)
                .containsEntry("bits", 48);
    }

    @Test
    void fourWrongBitsAreForgivenAndFiveAreNot() {
        assertThat(codes(PictureDrawer.png(marked(SDXL, 4)))).isNotEmpty();
        assertThat(codes(PictureDrawer.png(marked(SDXL, 5)))).isEmpty();
    }

    @Test
    void noiseHoldsNoMessage() {
        Random random = new Random(7);
        for (int n = 0; n < 20; n++) {
            BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 40_000; i++) {
                noise.setRGB(i % 200, i / 200, random.nextInt(1 << 24));
            }
            assertThat(codes(PictureDrawer.png(noise))).isEmpty();
        }
    }

    @Test
    void lossyFilesAreNotSearched() {
        assertThat(codes(PictureDrawer.jpeg(marked(SDXL, 0), 0.95))).isEmpty();
    }
}
