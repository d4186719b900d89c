package io.mingjian.detection.visiblelabel;

/** A rectangle, in pixels from the upper left corner. */
record Box(double left, double top, double right, double bottom) {
    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    Box and(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Box grown(double by) {
        return new Box(left - by, top - by, right + by, bottom + by);
    }

    Box within(double width, double height) {
        return new Box(
                Math.max(0, left),
                Math.max(0, top),
                Math.min(width, right),
                Math.min(height, bottom));
    }

    /** Free space between the two from side to side; negative where they overlap. */
    double gapAcross(Box other) {
        return Math.max(left, other.left) - Math.min(right, other.right);
    }

    /** Free space between the two from top to bottom; negative where they overlap. */
    double gapDown(Box other) {
        return Math.max(top, other.top) - Math.min(bottom, other.bottom);
    }

    /** Share of the smaller one that the other covers. */
    double sharedWith(Box other) {
        double across = Math.max(0, -gapAcross(other));
        double down = Math.max(0, -gapDown(other));
        return across * down / Math.min(area(), other.area());
    }

    /** Whether one is at most so many times as high as the other. */
    boolean isAsHighAs(Box other, double times) {
        return height() <= other.height() * times && other.height() <= height() * times;
    }
}
