package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Shrunk;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Saturation and chroma of a picture in five numbers, each between 0 and 1 or a ratio.
 *
 * @param meanSaturation mean HSV saturation
 * @param fullySaturated share of bright pixels with saturation of at least 0.98
 * @param grey share of pixels with saturation below 0.05
 * @param crushedBlack share of pixels with value of at most 2 of 255
 * @param chromaToLuma mean step of the colour differences over the mean step of luma
 */
record SaturationFigures(
        double meanSaturation,
        double fullySaturated,
        double grey,
        double crushedBlack,
        double chromaToLuma) {

    static SaturationFigures of(Shrunk picture) {
        double saturation = 0;
        int full = 0;
        int grey = 0;
        int black = 0;
        double chromaSteps = 0;
        double lumaSteps = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                float here = picture.saturation(x, y);
                float value = picture.value(x, y);
                saturation += here;
                full += here >= 0.98f && value >= 13 ? 1 : 0;
                grey += here < 0.05f ? 1 : 0;
                black += value <= 2 ? 1 : 0;
                if (x > 0) {
                    lumaSteps += Math.abs(picture.luma(x, y) - picture.luma(x - 1, y));
                    chromaSteps += chromaStep(picture, x, y);
                }
            }
        }
        double pixels = (double) picture.width() * picture.height();
        return new SaturationFigures(
                saturation / pixels,
                full / pixels,
                grey / pixels,
                black / pixels,
                chromaSteps / Math.max(1, lumaSteps));
    }

    private static double chromaStep(Shrunk picture, int x, int y) {
        float step = 0;
        for (int channel = 0; channel <= 2; channel += 2) {
            float here = picture.channel(x, y, channel) - picture.luma(x, y);
            float before = picture.channel(x - 1, y, channel) - picture.luma(x - 1, y);
            step += Math.abs(here - before);
        }
        return step;
    }

    /** The numbers by the names of the reference table. */
    Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("meanSaturation", meanSaturation);
        figures.put("fullySaturated", fullySaturated);
        figures.put("grey", grey);
        figures.put("crushedBlack", crushedBlack);
        figures.put("chromaToLuma", chromaToLuma);
        return figures;
    }
}
