package io.mingjian.detection.reuse;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of a picture in fractions of its sides. {@link #ALL} are the parts of a picture that
 * somebody would keep when cropping it; their order is part of the stored format.
 */
public record Window(double x, double y, double width, double height) {
    public static final Window FULL = new Window(0, 0, 1, 1);

    /** Index 0 is the whole picture; the trimmed picture is kept apart. */
    static final List<Window> ALL = crops();

    private static List<Window> crops() {
        List<Window> windows = new ArrayList<>();
        windows.add(FULL);
        even(windows, 0.95, 3);
        even(windows, 0.90, 3);
        even(windows, 0.85, 4);
        even(windows, 0.80, 5);
        even(windows, 0.75, 5);
        for (double side : new double[] {0.90, 0.80}) {
            double free = 1 - side;
            windows.add(new Window(0, 0, side, 1));
            windows.add(new Window(free, 0, side, 1));
            windows.add(new Window(0, 0, 1, side));
            windows.add(new Window(0, free, 1, side));
        }
        return List.copyOf(windows);
    }

    /** Windows of one size, evenly spread from corner to corner: a hash bears a shift of 3 %. */
    private static void even(List<Window> windows, double side, int places) {
        double step = (1 - side) / (places - 1);
        for (int down = 0; down < places; down++) {
            for (int across = 0; across < places; across++) {
                windows.add(new Window(across * step, down * step, side, side));
            }
        }
    }

    boolean fits() {
        return x >= 0
                && y >= 0
                && x + width <= 1 + 1e-9
                && y + height <= 1 + 1e-9
                && width > 0
                && height > 0;
    }

    double area() {
        return width * height;
    }
}
