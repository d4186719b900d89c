package io.mingjian.detection.reuse;

import java.util.ArrayList;
import java.util.List;

/** Places of an octave where a difference of blurs is larger or smaller than all around it. */
final class Extrema {
    private static final double LEAST_CONTRAST = 0.6;
    private static final double MOST_EDGE = 10;
    private static final int MOVES = 4;
    private static final int MARGIN = 3;

    private final ScaleSpace space;
    private final int width;
    private final List<Extremum> found = new ArrayList<>();

    private Extrema(ScaleSpace space) {
        this.space = space;
        this.width = space.width();
    }

    /**
     * One place, between pixels and between levels.
     *
     * @param level nearest level
     * @param blur in pixels of the octave
     * @param contrast difference of blurs there, in grey values
     */
    record Extremum(double x, double y, int level, double blur, double contrast) {}

    static List<Extremum> of(ScaleSpace space) {
        Extrema extrema = new Extrema(space);
        for (int level = 1; level <= ScaleSpace.STEPS; level++) {
            extrema.look(level);
        }
        return extrema.found;
    }

    private void look(int level) {
        float[] here = space.difference(level);
        float[] below = space.difference(level - 1);
        float[] above = space.difference(level + 1);
        for (int y = MARGIN; y < space.height() - MARGIN; y++) {
            for (int x = MARGIN; x < width - MARGIN; x++) {
                int at = y * width + x;
                float value = here[at];
                if (Math.abs(value) > 0.6 * LEAST_CONTRAST
                        && standsOut(here[at - 1], value, here[at + 1])
                        && isExtreme(here, at, value, false)
                        && isExtreme(below, at, value, true)
                        && isExtreme(above, at, value, true)) {
                    refine(x, y, level);
                }
            }
        }
    }

    /** Asked first, because it turns down most. */
    private static boolean standsOut(float before, float value, float after) {
        return value > 0 ? value >= Math.max(before, after) : value <= Math.min(before, after);
    }

    private boolean isExtreme(float[] values, int at, float value, boolean withMiddle) {
        float sign = value > 0 ? 1 : -1;
        float most = value * sign;
        for (int row = at - width; row <= at + width; row += width) {
            for (int i = row - 1; i <= row + 1; i++) {
                if ((withMiddle || i != at) && values[i] * sign > most) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Moves to the peak of the parabola through the neighbours, a pixel at a time. */
    private void refine(int startX, int startY, int startLevel) {
        int x = startX;
        int y = startY;
        int level = startLevel;
        for (int move = 0; move < MOVES; move++) {
            Parabola parabola = Parabola.at(space, x, y, level);
            double[] peak = parabola.peak();
            if (peak.length == 0) {
                return;
            }
            if (Math.abs(peak[0]) < 0.6 && Math.abs(peak[1]) < 0.6 && Math.abs(peak[2]) < 0.6) {
                keep(parabola, peak, x, y, level);
                return;
            }
            x += (int) Math.round(Math.max(-1, Math.min(1, peak[0])));
            y += (int) Math.round(Math.max(-1, Math.min(1, peak[1])));
            level += (int) Math.round(Math.max(-1, Math.min(1, peak[2])));
            if (level < 1
                    || level > ScaleSpace.STEPS
                    || x < MARGIN
                    || y < MARGIN
                    || x >= width - MARGIN
                    || y >= space.height() - MARGIN) {
                return;
            }
        }
    }

    private void keep(Parabola parabola, double[] peak, int x, int y, int level) {
        double contrast = parabola.value(peak);
        if (Math.abs(contrast) >= LEAST_CONTRAST && !parabola.isEdge(MOST_EDGE)) {
            found.add(
                    new Extremum(
                            x + peak[0],
                            y + peak[1],
                            level,
                            ScaleSpace.blur(level + peak[2]),
                            contrast));
        }
    }

    /** Value, slopes and bends at a pixel of a difference of blurs: x, y, level. */
    private record Parabola(
            double value,
            double x,
            double y,
            double s,
            double xx,
            double yy,
            double ss,
            double xy,
            double xs,
            double ys) {

        static Parabola at(ScaleSpace space, int column, int row, int level) {
            int width = space.width();
            int at = row * width + column;
            float[] here = space.difference(level);
            float[] below = space.difference(level - 1);
            float[] above = space.difference(level + 1);
            double twice = 2.0 * here[at];
            return new Parabola(
                    here[at],
                    (here[at + 1] - here[at - 1]) / 2.0,
                    (here[at + width] - here[at - width]) / 2.0,
                    (above[at] - below[at]) / 2.0,
                    here[at + 1] + here[at - 1] - twice,
                    here[at + width] + here[at - width] - twice,
                    above[at] + below[at] - twice,
                    (here[at + width + 1]
                                    - here[at + width - 1]
                                    - here[at - width + 1]
                                    + here[at - width - 1])
                            / 4.0,
                    (above[at + 1] - above[at - 1] - below[at + 1] + below[at - 1]) / 4.0,
                    (above[at + width] - above[at - width] - below[at + width] + below[at - width])
                            / 4.0);
        }

        /** Offset of the peak by Cramer's rule; empty where there is none. */
        double[] peak() {
            double a = yy * ss - ys * ys;
            double b = ys * xs - xy * ss;
            double c = xy * ys - yy * xs;
            double determinant = xx * a + xy * b + xs * c;
            if (Math.abs(determinant) < 1e-12) {
                return new double[0];
            }
            double d = xx * ss - xs * xs;
            double e = xy * xs - xx * ys;
            double f = xx * yy - xy * xy;
            return new double[] {
                -(a * x + b * y + c * s) / determinant,
                -(b * x + d * y + e * s) / determinant,
                -(c * x + e * y + f * s) / determinant
            };
        }

        double value(double[] peak) {
            return value + (x * peak[0] + y * peak[1] + s * peak[2]) / 2;
        }

        /** True where the bend across is so many times the bend along: such places slide. */
        boolean isEdge(double most) {
            double trace = xx + yy;
            double determinant = xx * yy - xy * xy;
            return determinant <= 0
                    || trace * trace * most >= (most + 1) * (most + 1) * determinant;
        }
    }
}
