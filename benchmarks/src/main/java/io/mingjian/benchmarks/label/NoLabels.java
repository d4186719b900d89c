package io.mingjian.benchmarks.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pictures that use the words of a label and carry none: goods, screens, pages. */
public final class NoLabels {
    private static final int SHORTER = 900;

    private static final List<String> LINES =
            List.of(
                    "AI客服",
                    "生成订单",
                    "AI智能手表",
                    "小爱AI音箱",
                    "非AI生成",
                    "本图未使用AI生成",
                    "如何用AI生成图片",
                    "一键AI生成",
                    "AI生成工具",
                    "合成洗涤剂",
                    "人工智能学院",
                    "AI训练营",
                    "自动生成报告",
                    "MAIN STREET",
                    "AIR FRESH",
                    "2026-11-20 14:03");

    private static final List<String> BUTTONS = List.of("首页", "消息", "AI生成", "购物车", "我的");

    private static final List<String> PAGE =
            List.of(
                    "人工智能生成合成内容标识办法",
                    "第一条 为了促进人工智能健康发展",
                    "规范人工智能生成合成内容标识",
                    "AI生成",
                    "第二条 符合下列规定的网络信息",
                    "服务提供者应当添加显式标识",
                    "内容由AI生成",
                    "第三条 国家网信部门负责");

    private NoLabels() {}

    /** What it is, and the file. */
    public record Picture(String name, byte[] file) {}

    public static List<Picture> all(long seed, List<BufferedImage> photographs) {
        List<Picture> pictures = new ArrayList<>();
        Random random = new Random(seed);
        for (String line : LINES) {
            for (Corner corner : new Corner[] {Corner.BOTTOM_RIGHT, Corner.TOP_LEFT}) {
                LabelSample sample =
                        new LabelSample(
                                line,
                                6,
                                Style.WHITE_80_SHADOW,
                                Backdrop.PHOTOGRAPH,
                                corner,
                                SHORTER,
                                Wash.JPEG_85,
                                random.nextLong());
                pictures.add(new Picture(line, sample.drawn(photographs)));
            }
        }
        for (int size : new int[] {26, 36, 48}) {
            pictures.add(new Picture("row of buttons", buttons(size)));
            pictures.add(new Picture("page", page(size)));
        }
        return pictures;
    }

    private static BufferedImage sheet(Color colour) {
        BufferedImage image =
                new BufferedImage(SHORTER, SHORTER * 16 / 9, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        return image;
    }

    private static byte[] buttons(int size) {
        BufferedImage screen = sheet(Color.WHITE);
        Graphics2D g = LabelSample.pen(screen, size);
        g.setColor(Color.DARK_GRAY);
        int room = SHORTER / BUTTONS.size();
        for (int i = 0; i < BUTTONS.size(); i++) {
            int inset = (room - g.getFontMetrics().stringWidth(BUTTONS.get(i))) / 2;
            g.drawString(BUTTONS.get(i), i * room + inset, screen.getHeight() - size);
        }
        g.dispose();
        return Wash.JPEG_85.of(screen);
    }

    private static byte[] page(int size) {
        BufferedImage sheet = sheet(new Color(245, 242, 235));
        Graphics2D g = LabelSample.pen(sheet, size);
        g.setColor(Color.BLACK);
        int line = size * 3 / 2;
        for (int y = line, i = 0; y < sheet.getHeight(); y += line, i++) {
            g.drawString(PAGE.get(i % PAGE.size()), size, y);
        }
        g.dispose();
        return Wash.JPEG_85.of(sheet);
    }
}
