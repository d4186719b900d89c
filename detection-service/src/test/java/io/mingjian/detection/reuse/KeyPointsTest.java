package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class KeyPointsTest {
    private static KeyPoints find(BufferedImage image) {
        return PointFinder.find(Plane.shrunk(PictureDrawer.pixels(image), 480));
    }

    @Test
    void pointsOfTheMirroredPictureAreTheMirroredPoints() {
        BufferedImage image = PictureDrawer.goods(480, 360, 3);
        KeyPoints turnedOver = find(image).mirrored(480);
        KeyPoints seen = find(Laundering.mirrored(image));
        int alike = 0;
        for (int i = 0; i < turnedOver.count(); i++) {
            for (int k = 0; k < seen.count(); k++) {
                boolean here =
                        Math.hypot(turnedOver.x(i) - seen.x(k), turnedOver.y(i) - seen.y(k)) < 1.5;
                double turn = Math.IEEEremainder(turnedOver.angle(i) - seen.angle(k), 2 * Math.PI);
                int signs =
                        PointSigns.distance(
                                turnedOver.signs(),
                                i * PointSigns.WORDS,
                                seen.signs(),
                                k * PointSigns.WORDS);
                if (here && Math.abs(turn) < 0.1 && signs < 30) {
                    alike++;
                    break;
                }
            }
        }
        assertThat(turnedOver.count()).isGreaterThan(100);
        assertThat(alike).isGreaterThan(turnedOver.count() * 6 / 10);
    }

    @Test
    void mirroringTwiceGivesThePointsBack() {
        KeyPoints points = find(PictureDrawer.goods(400, 300, 8));
        KeyPoints twice = points.mirrored(400).mirrored(400);
        assertThat(twice.descriptions()).isEqualTo(points.descriptions());
        for (int i = 0; i < points.count(); i++) {
            assertThat(twice.x(i)).isEqualTo(points.x(i));
            assertThat(Math.cos(twice.angle(i) - points.angle(i))).isGreaterThan(0.9999);
        }
    }

    @Test
    void theStoredFormGivesTheSamePoints() {
        KeyPoints points = find(PictureDrawer.goods(480, 300, 5));
        ByteBuffer buffer = ByteBuffer.allocate(points.size());
        points.write(buffer);
        KeyPoints back = KeyPoints.read(buffer.flip());
        assertThat(back.count()).isEqualTo(points.count());
        assertThat(back.descriptions()).isEqualTo(points.descriptions());
        assertThat(back.signs()).isEqualTo(points.signs());
        for (int i = 0; i < points.count(); i++) {
            assertThat(back.x(i)).isEqualTo(points.x(i));
            assertThat(back.y(i)).isEqualTo(points.y(i));
            assertThat(back.scale(i)).isEqualTo(points.scale(i));
            assertThat(back.angle(i)).isEqualTo(points.angle(i));
        }
    }

    @Test
    void strongerPointsComeFirstAndNoMoreThanAreKept() {
        KeyPoints points = find(PictureDrawer.goods(1600, 1200, 77));
        assertThat(points.count()).isBetween(100, PointFinder.MOST);
    }
}
