package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopyMoveTest extends AnalyzerContract {
    private static final int WIDTH = 220;
    private static final int HEIGHT = 164;

    @Override
    protected Analyzer analyzer() {
        return new CopyMove();
    }

    /** As PNG, because one that is cut off costs no search. */
    @Override
    protected byte[] positive() {
        BufferedImage image = pasted(speckled(WIDTH, HEIGHT, 5), 10, 20, 130, 84);
        return PictureDrawer.png(Montage.saved(image, 0.9));
    }

    @Override
    protected String positiveCode() {
        return "COPY_MOVE";
    }

    @Override
    protected byte[] negative() {
        return PictureDrawer.jpeg(speckled(WIDTH, HEIGHT, 5), 0.9);
    }

    /** Spots of all sizes: nothing in it lies twice. */
    private static BufferedImage speckled(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < width * height / 60; i++) {
            int size = 3 + random.nextInt(14);
            g.setColor(new Color(random.nextInt(0x1000000)));
            g.fillOval(random.nextInt(width) - 5, random.nextInt(height) - 5, size, size);
        }
        g.dispose();
        return image;
    }

    private static BufferedImage pasted(BufferedImage image, int x, int y, int toX, int toY) {
        BufferedImage part = Montage.scaled(image.getSubimage(x, y, 80, 70), 80, 70);
        Graphics2D g = image.createGraphics();
        g.drawImage(part, toX, toY, null);
        g.dispose();
        return image;
    }

    @Test
    void bothPlacesAreShown() {
        Found found = found(positive(), positiveCode());
        assertThat(found.regions()).hasSize(2);
        assertThat(found.regions())
                .anySatisfy(region -> liesIn(region, 10, 20))
                .anySatisfy(region -> liesIn(region, 130, 84));
        assertThat((Integer) found.facts().get("inliers"))
                .isGreaterThanOrEqualTo(CopySearch.LEAST_INLIERS);
        assertThat((Double) found.facts().get("scale")).isBetween(0.97, 1.03);
        assertThat(found.zhDoesNotProve()).contains("截图", "包装");
    }

    private static void liesIn(Region region, int x, int y) {
        double slack = 0.04;
        assertThat(region.x()).isGreaterThan((double) x / WIDTH - slack);
        assertThat(region.y()).isGreaterThan((double) y / HEIGHT - slack);
        assertThat(region.x() + region.width()).isLessThan((x + 80.0) / WIDTH + slack);
        assertThat(region.y() + region.height()).isLessThan((y + 70.0) / HEIGHT + slack);
    }

    @Test
    void aCopyThatWasTurnedAndMadeLargerIsFoundToo() {
        BufferedImage image = speckled(360, 270, 9);
        BufferedImage part = Montage.scaled(image.getSubimage(15, 15, 110, 100), 110, 100);
        Graphics2D g = image.createGraphics();
        g.translate(225, 110);
        g.rotate(Math.toRadians(20));
        g.scale(1.15, 1.15);
        g.drawImage(part, 0, 0, null);
        g.dispose();
        Found found = found(PictureDrawer.jpeg(image, 0.9), positiveCode());
        double scale = (Double) found.facts().get("scale");
        assertThat(Math.max(scale, 1 / scale)).isBetween(1.1, 1.2);
        assertThat(Math.abs((Double) found.facts().get("degrees"))).isBetween(17.0, 23.0);
    }

    @Test
    void whatRepeatsByItsNatureIsNoFinding() {
        BufferedImage tile = speckled(55, 54, 2);
        BufferedImage tiles = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = tiles.createGraphics();
        for (int i = 0; i < 12; i++) {
            g.drawImage(tile, i % 4 * 55, i / 4 * 54, null);
        }
        g.dispose();
        byte[] file = PictureDrawer.jpeg(tiles, 0.9);
        assertThat(codes(file)).isEmpty();
    }

    @Test
    void smallPlainAndBrokenPicturesAreAnswered() {
        assertThat(analyze(PictureDrawer.png(new BufferedImage(127, 300, 1))))
                .singleElement()
                .isInstanceOf(NotApplicable.class);
        assertThat(analyze(PictureDrawer.png(new BufferedImage(200, 300, 1))))
                .singleElement()
                .isInstanceOf(NothingFound.class);
        byte[] broken = PictureDrawer.png(speckled(140, 140, 1));
        Arrays.fill(broken, 60, broken.length - 16, (byte) 0x55);
        assertThat(analyze(broken)).singleElement().isInstanceOf(CouldNotRead.class);
    }
}
