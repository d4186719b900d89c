package io.mingjian.detection.reuse;

/** A rectangle of a picture in fractions of its sides, from the upper left corner. */
record Window(double x, double y, double width, double height) {
    static final Window FULL = new Window(0, 0, 1, 1);

    boolean isFull() {
        return width > 0.995 && height > 0.995;
    }
}
