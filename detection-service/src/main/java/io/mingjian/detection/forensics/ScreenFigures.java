package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What photographs of screens may show, in a few numbers: one frequency that stands out (moiré
 * between the pixels of the screen and those of the camera), in brightness and in colour, the fall
 * of power towards fine structure, and the levels of black and white that a lit panel leaves.
 */
final class ScreenFigures {
    /** All pictures are measured at this size, smaller ones not at all. */
    static final int LONG_SIDE = 800;

    private static final int TILE_FIGURES = 8;

    private ScreenFigures() {}

    /** Large enough, and not so long that its short side shrinks below a tile. */
    static boolean canMeasure(int width, int height) {
        int longest = Math.max(width, height);
        long shortest = Math.min(width, height);
        return longest >= LONG_SIDE && shortest * LONG_SIDE / longest >= Spectrum.SIDE;
    }

    /** Numbers by name, in a fixed order; of pictures that can be measured. */
    static Map<String, Double> of(Pixels pixels) {
        Reduced picture = Reduced.of(pixels, LONG_SIDE);
        Map<String, Double> figures = new LinkedHashMap<>();
        tiles(picture, figures);
        levels(picture, figures);
        return figures;
    }

    private static void tiles(Reduced picture, Map<String, Double> figures) {
        int across = tiles(picture.width());
        int down = tiles(picture.height());
        double[][] seen = new double[TILE_FIGURES][across * down];
        float[][] planes = {picture.plane(0), picture.plane(1), picture.plane(2)};
        for (int i = 0; i < across * down; i++) {
            int left = place(i % across, across, picture.width());
            int top = place(i / across, down, picture.height());
            // Blue differences in one tile, red ones in the next: half the work tells as much.
            int plane = 1 + (i % across + i / across) % 2;
            Spectrum.Two two = Spectrum.of(planes[0], planes[plane], picture.width(), left, top);
            Spectrum luma = two.first();
            Spectrum colour = two.second();
            double coarse = luma.level(3, 8);
            double fine = luma.level(20, 40);
            seen[0][i] = luma.peak();
            seen[1][i] = luma.axisPeak();
            seen[2][i] = colour.peak();
            seen[3][i] = colour.axisPeak();
            seen[4][i] = luma.level(8, 20) - coarse;
            seen[5][i] = fine - coarse;
            seen[6][i] = luma.level(40, 62) - coarse;
            seen[7][i] = colour.level(20, 40) - fine;
        }
        figures.put("peakTop", upperThird(seen[0]));
        figures.put("peakMiddle", middle(seen[0]));
        figures.put("axisTop", upperThird(seen[1]));
        figures.put("colourPeakTop", upperThird(seen[2]));
        figures.put("colourPeakMiddle", middle(seen[2]));
        figures.put("colourAxisTop", upperThird(seen[3]));
        figures.put("middlePower", middle(seen[4]));
        figures.put("finePower", middle(seen[5]));
        figures.put("finestPower", middle(seen[6]));
        figures.put("colourFinePower", middle(seen[7]));
    }

    private static int tiles(int length) {
        return Math.max(1, (length + Spectrum.SIDE - 1) / Spectrum.SIDE);
    }

    private static int place(int tile, int tiles, int length) {
        return tiles == 1 ? 0 : tile * (length - Spectrum.SIDE) / (tiles - 1);
    }

    private static double upperThird(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int from = sorted.length - Math.max(1, sorted.length / 3);
        return Arrays.stream(sorted, from, sorted.length).average().orElse(0);
    }

    private static double middle(double[] values) {
        return Cells.quantile(values, 0.5);
    }

    private static void levels(Reduced picture, Map<String, Double> figures) {
        double[] luma = values(picture.plane(0));
        int hundredth = luma.length / 100;
        figures.put("black", Ranks.value(luma, luma.length, hundredth) / 255);
        figures.put("white", Ranks.value(luma, luma.length, luma.length - 1 - hundredth) / 255);
        figures.put("blue", mean(picture.plane(1)) / 255);
        figures.put("colour", (spread(picture.plane(1)) + spread(picture.plane(2))) / 255);
    }

    private static double[] values(float[] plane) {
        double[] values = new double[plane.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = plane[i];
        }
        return values;
    }

    private static double mean(float[] plane) {
        double sum = 0;
        for (float value : plane) {
            sum += value;
        }
        return sum / plane.length;
    }

    private static double spread(float[] plane) {
        double mean = mean(plane);
        double sum = 0;
        for (float value : plane) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / plane.length);
    }
}
