package io.mingjian.detection.finding;

/**
 * A rectangle in the upright picture; all four numbers are fractions of its width and height, from
 * the upper left corner.
 */
public record Region(double x, double y, double width, double height) {
    public Region {
        if (!(x >= 0 && y >= 0 && width > 0 && height > 0)
                || x + width > 1.0001
                || y + height > 1.0001) {
            throw new IllegalArgumentException("region outside the picture");
        }
    }
}
