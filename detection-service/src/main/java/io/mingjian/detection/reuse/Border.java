package io.mingjian.detection.reuse;

/** Finds an even frame around a picture, such as added bars or a white mat. */
final class Border {
    private static final double MOST = 0.30;
    private static final int EVEN = 10;

    private Border() {}

    /** The picture without its even edges; the whole picture where there is none. */
    static Window trimmed(Plane plane) {
        int left = run(plane, plane.width(), (p, i) -> columnIsEven(p, i));
        int right = run(plane, plane.width(), (p, i) -> columnIsEven(p, p.width() - 1 - i));
        int top = run(plane, plane.height(), (p, i) -> rowIsEven(p, i));
        int bottom = run(plane, plane.height(), (p, i) -> rowIsEven(p, p.height() - 1 - i));
        return new Window(
                (double) left / plane.width(),
                (double) top / plane.height(),
                (double) (plane.width() - left - right) / plane.width(),
                (double) (plane.height() - top - bottom) / plane.height());
    }

    private static int run(Plane plane, int lines, EvenLine even) {
        int most = (int) (lines * MOST);
        int count = 0;
        while (count < most && even.test(plane, count)) {
            count++;
        }
        return count;
    }

    private static boolean columnIsEven(Plane plane, int x) {
        int low = 255;
        int high = 0;
        for (int y = 0; y < plane.height(); y++) {
            low = Math.min(low, plane.at(x, y));
            high = Math.max(high, plane.at(x, y));
        }
        return high - low <= EVEN;
    }

    private static boolean rowIsEven(Plane plane, int y) {
        int low = 255;
        int high = 0;
        for (int x = 0; x < plane.width(); x++) {
            low = Math.min(low, plane.at(x, y));
            high = Math.max(high, plane.at(x, y));
        }
        return high - low <= EVEN;
    }

    private interface EvenLine {
        boolean test(Plane plane, int index);
    }
}
