package io.mingjian.detection.reuse;

import java.awt.image.BufferedImage;

/**
 * A picture made of another one: something else lies where the subject was, and all around it is
 * the same to the pixel. A model; no light, shadow or occlusion is made to fit.
 */
final class OtherSubject {
    /** How far beyond its own ellipse the subject fades out, as a share of its half axes. */
    private static final double FADE = 0.06;

    private OtherSubject() {}

    /**
     * Lays the middle of another picture over the middle of this one, in an ellipse with a soft
     * edge.
     *
     * @param share of this picture's area that is covered by half or more, up to 0.7
     */
    static BufferedImage on(BufferedImage picture, BufferedImage other, double share) {
        double axis = Math.sqrt(4 * share / Math.PI);
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage subject = filling(other, width, height, Math.min(1, axis * (1 + FADE)));
        BufferedImage out = Laundering.scaled(picture, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double radius =
                        Math.hypot((x + 0.5) / width * 2 - 1, (y + 0.5) / height * 2 - 1) / axis;
                double cover = Math.max(0, Math.min(1, (1 + FADE - radius) / (2 * FADE)));
                int left = x - (width - subject.getWidth()) / 2;
                int top = y - (height - subject.getHeight()) / 2;
                if (cover > 0
                        && left >= 0
                        && top >= 0
                        && left < subject.getWidth()
                        && top < subject.getHeight()) {
                    out.setRGB(x, y, mixed(subject.getRGB(left, top), out.getRGB(x, y), cover));
                }
            }
        }
        return out;
    }

    /** The middle of a picture, as large as fills a part of a frame. */
    private static BufferedImage filling(BufferedImage other, int width, int height, double part) {
        double factor =
                part
                        * Math.max(
                                (double) width / other.getWidth(),
                                (double) height / other.getHeight());
        BufferedImage scaled = Laundering.resized(other, factor);
        int wide = Math.min(scaled.getWidth(), (int) Math.ceil(part * width));
        int high = Math.min(scaled.getHeight(), (int) Math.ceil(part * height));
        return scaled.getSubimage(
                (scaled.getWidth() - wide) / 2, (scaled.getHeight() - high) / 2, wide, high);
    }

    private static int mixed(int over, int under, double cover) {
        int mixed = 0;
        for (int channel = 16; channel >= 0; channel -= 8) {
            double value =
                    (over >> channel & 0xFF) * cover + (under >> channel & 0xFF) * (1 - cover);
            mixed = mixed << 8 | (int) Math.round(value);
        }
        return mixed;
    }
}
