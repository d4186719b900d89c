package io.mingjian.acceptance.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;

/** The pictures that the actors hand in. */
public final class Pictures {
    private static final double CAMERA_QUALITY = 0.92;
    private static final double MESSENGER_QUALITY = 0.75;

    private Pictures() {}

    /** A drawing that stands in for a photograph, with the fields of a camera. */
    public static Picture photograph(long seed, LocalDateTime taken) {
        BufferedImage image = Mug.photographed(seed);
        byte[] jpeg = Encoding.jpeg(image, CAMERA_QUALITY);
        return new Picture(
                "绘制的示意图（充作带相机信息的照片）",
                CameraFields.into(jpeg, taken, image.getWidth(), image.getHeight()),
                "image/jpeg");
    }

    /** A drawing that stands in for a generated picture, whose file declares it. */
    public static Picture labelled(long seed) {
        return new Picture(
                "绘制的示意图（带AI隐式标识）",
                ImplicitLabel.intoPng(Encoding.png(Mug.generated(seed)), produceId(seed)),
                "image/png");
    }

    /** The same as a JPEG, where the label lies in APP1. */
    public static Picture labelledJpeg(long seed) {
        return new Picture(
                "绘制的示意图（带AI隐式标识）",
                ImplicitLabel.intoJpeg(
                        Encoding.jpeg(Mug.generated(seed), CAMERA_QUALITY), produceId(seed)),
                "image/jpeg");
    }

    /**
     * The picture after somebody cut its borders off and saved it anew: all metadata is gone.
     *
     * @param share of width and height that stays, around the centre
     */
    public static Picture resavedAndCropped(Picture picture, double share) {
        BufferedImage whole = Encoding.decoded(picture.bytes());
        int width = (int) Math.round(whole.getWidth() * share);
        int height = (int) Math.round(whole.getHeight() * share);
        BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = part.createGraphics();
        pen.drawImage(
                whole, -(whole.getWidth() - width) / 2, -(whole.getHeight() - height) / 2, null);
        pen.dispose();
        return new Picture("转存并裁剪的图片", Encoding.jpeg(part, MESSENGER_QUALITY), "image/jpeg");
    }

    /** The picture saved anew, as a messenger does. */
    public static Picture resaved(Picture picture) {
        return new Picture(
                "转存的图片",
                Encoding.jpeg(plain(Encoding.decoded(picture.bytes())), MESSENGER_QUALITY),
                "image/jpeg");
    }

    /** The picture mirrored and saved anew. */
    public static Picture mirrored(Picture picture) {
        BufferedImage image = Encoding.decoded(picture.bytes());
        BufferedImage mirrored =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = mirrored.createGraphics();
        pen.drawImage(image, image.getWidth(), 0, -image.getWidth(), image.getHeight(), null);
        pen.dispose();
        return new Picture("镜像并转存的图片", Encoding.jpeg(mirrored, MESSENGER_QUALITY), "image/jpeg");
    }

    /** The picture as a model of a screen and a camera would show it. */
    public static Picture rephotographed(Picture picture, long seed) {
        return new Picture(
                "绘制的示意图（模拟翻拍屏幕）",
                Encoding.jpeg(
                        Rephotographed.of(Encoding.decoded(picture.bytes()), seed), CAMERA_QUALITY),
                "image/jpeg");
    }

    private static BufferedImage plain(BufferedImage image) {
        BufferedImage plain =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return plain;
    }

    /** A captured page of a shop: a flat drawing with lines of text. */
    public static Picture screenshot(long seed) {
        return new Picture("店铺页面截图", Encoding.png(Screenshot.of(seed)), "image/png");
    }

    /** A small cheap picture that differs from all others, for tests that need many. */
    public static Picture small(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 24; i++) {
            pen.setColor(new java.awt.Color(random.nextInt(0x1000000)));
            pen.fillOval(
                    random.nextInt(160) - 20,
                    random.nextInt(120) - 20,
                    8 + random.nextInt(70),
                    8 + random.nextInt(70));
        }
        pen.dispose();
        return new Picture("小图", Encoding.jpeg(image, 0.9), "image/jpeg");
    }

    /** Two seconds of film that show nothing but this picture, a JPEG. */
    public static Picture filmOf(Picture picture) {
        BufferedImage image = Encoding.decoded(picture.bytes());
        return new Picture(
                "静止画面的视频",
                MotionJpeg.avi(
                        Collections.nCopies(20, picture.bytes()),
                        image.getWidth(),
                        image.getHeight(),
                        10),
                "video/x-msvideo");
    }

    private static String produceId(long seed) {
        return new UUID(seed, ~seed).toString().replace("-", "");
    }
}
