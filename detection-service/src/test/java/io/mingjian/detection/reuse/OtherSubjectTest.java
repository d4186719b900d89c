package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table's shares are those of the area, or its rows say something else than they tell. */
class OtherSubjectTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.10, 0.25, 0.40, 0.60})
    void coversAsMuchAsItSays(double share) {
        BufferedImage made = OtherSubject.on(plain(640, 480, 0), plain(200, 500, 255), share);
        int covered = 0;
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                covered += (made.getRGB(x, y) & 0xFF) >= 128 ? 1 : 0;
            }
        }
        assertThat(covered / (640.0 * 480)).isCloseTo(share, within(0.005));
    }

    @Test
    void leavesEverythingAroundAsItWas() {
        BufferedImage made = OtherSubject.on(plain(640, 480, 77), plain(500, 200, 255), 0.25);
        assertThat(made.getRGB(0, 0) & 0xFF).isEqualTo(77);
        assertThat(made.getRGB(320, 90) & 0xFF).isEqualTo(77);
        assertThat(made.getRGB(120, 240) & 0xFF).isEqualTo(77);
    }

    private static BufferedImage plain(int width, int height, int grey) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(grey, grey, grey));
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }
}
