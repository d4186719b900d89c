package io.mingjian.acceptance.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A page as a monitoring agency captures it. */
final class Screenshot {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    private Screenshot() {}

    static BufferedImage of(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(colour(random));
        pen.fillRect(0, 0, WIDTH, 120);
        int y = 160;
        while (y < HEIGHT - 200) {
            int height = 120 + random.nextInt(260);
            pen.setColor(colour(random));
            pen.fillRect(40, y, 200 + random.nextInt(300), height);
            pen.setColor(Color.DARK_GRAY);
            for (int line = 0; line < height / 40; line++) {
                pen.fillRect(580, y + line * 40, 120 + random.nextInt(380), 18);
            }
            y += height + 40;
        }
        pen.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return Color.getHSBColor(
                random.nextFloat(),
                0.2f + 0.6f * random.nextFloat(),
                0.5f + 0.4f * random.nextFloat());
    }
}
