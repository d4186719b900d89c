package io.mingjian.benchmarks.label;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a label stands. */
public enum Corner {
    TOP_LEFT(0, 0),
    TOP(1, 0),
    TOP_RIGHT(2, 0),
    LEFT(0, 1),
    RIGHT(2, 1),
    BOTTOM_LEFT(0, 2),
    BOTTOM(1, 2),
    BOTTOM_RIGHT(2, 2);

    /** All but the middle of the left and the right side. */
    public static final List<Corner> ABOVE_AND_BELOW =
            Arrays.stream(values()).filter(corner -> corner.row != 1).toList();

    private final int column;
    private final int row;

    Corner(int column, int row) {
        this.column = column;
        this.row = row;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    int left(int free, int margin) {
        return along(column, free, margin);
    }

    int top(int free, int margin) {
        return along(row, free, margin);
    }

    private static int along(int third, int free, int margin) {
        return switch (third) {
            case 0 -> margin;
            case 1 -> free / 2;
            default -> free - margin;
        };
    }
}
