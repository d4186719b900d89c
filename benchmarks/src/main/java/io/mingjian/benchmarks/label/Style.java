package io.mingjian.benchmarks.label;

import java.awt.Color;
import java.awt.Graphics2D;

/** How a label is set. */
public enum Style {
    DARK_PLATE("dark plate"),
    WHITE_80_SHADOW("white 80 %, shadow"),
    BLACK_60("black 60 %"),
    WHITE_50("white 50 %"),
    WHITE_35("white 35 %");

    private final String says;

    Style(String says) {
        this.says = says;
    }

    @Override
    public String toString() {
        return says;
    }

    /** Writes a line whose box begins at the upper left corner given. */
    void write(Graphics2D g, String text, int left, int top) {
        int width = g.getFontMetrics().stringWidth(text);
        int height = g.getFontMetrics().getAscent() + g.getFontMetrics().getDescent();
        int base = top + g.getFontMetrics().getAscent();
        int rim = height / 6;
        switch (this) {
            case DARK_PLATE -> {
                g.setColor(new Color(0, 0, 0, 150));
                g.fillRoundRect(left - rim, top, width + 2 * rim, height, height / 3, height / 3);
                ink(g, Color.WHITE, 0.95, text, left, base);
            }
            case WHITE_80_SHADOW -> {
                int shift = Math.max(1, height / 24);
                ink(g, Color.BLACK, 0.5, text, left + shift, base + shift);
                ink(g, Color.WHITE, 0.8, text, left, base);
            }
            case BLACK_60 -> ink(g, Color.BLACK, 0.6, text, left, base);
            case WHITE_50 -> ink(g, Color.WHITE, 0.5, text, left, base);
            case WHITE_35 -> ink(g, Color.WHITE, 0.35, text, left, base);
        }
    }

    private static void ink(
            Graphics2D g, Color colour, double opacity, String text, int left, int base) {
        int alpha = (int) Math.round(255 * opacity);
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
        g.drawString(text, left, base);
    }
}
