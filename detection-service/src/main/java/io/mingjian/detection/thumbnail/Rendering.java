package io.mingjian.detection.thumbnail;

/**
 * How the whole picture was rendered beside its thumbnail.
 *
 * @param colourShift common difference of colour
 * @param saturation saturation of the picture over that of the thumbnail
 * @param contrast contrast of the picture over that of the thumbnail
 */
record Rendering(double colourShift, double saturation, double contrast) {

    boolean isOther(Thresholds thresholds) {
        return colourShift >= thresholds.colourShift()
                || isChange(saturation, thresholds.saturationChange())
                || isChange(contrast, thresholds.contrastChange());
    }

    private static boolean isChange(double factor, double from) {
        return factor >= from || factor <= 1 / from;
    }
}
