package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.Region;

/** Dark, even bars that cameras put beside a picture whose shape is not that of the thumbnail. */
final class Bars {
    private static final double DARK = 32;
    private static final double EVEN = 10;

    /** No bar is wider than a third of the thumbnail. */
    private static final int MOST = 3;

    private final Planes planes;

    private Bars(Planes planes) {
        this.planes = planes;
    }

    /** What is left without them. */
    static Region content(Planes planes) {
        Bars bars = new Bars(planes);
        int width = planes.width();
        int height = planes.height();
        int top = bars.count(height, i -> bars.row(i));
        int bottom = bars.count(height, i -> bars.row(height - 1 - i));
        int left = bars.count(width, i -> bars.column(i));
        int right = bars.count(width, i -> bars.column(width - 1 - i));
        return new Region(
                (double) left / width,
                (double) top / height,
                (double) (width - left - right) / width,
                (double) (height - top - bottom) / height);
    }

    private interface Line {
        double[] at(int index);
    }

    private int count(int lines, Line line) {
        int count = 0;
        while (count < lines / MOST && isBar(line.at(count))) {
            count++;
        }
        return count;
    }

    private static boolean isBar(double[] values) {
        return Statistics.mean(values) < DARK && Statistics.deviation(values) < EVEN;
    }

    private double[] row(int y) {
        Region line = new Region(0, (double) y / planes.height(), 1, 1.0 / planes.height());
        return planes.luma(line, planes.width(), 1);
    }

    private double[] column(int x) {
        Region line = new Region((double) x / planes.width(), 0, 1.0 / planes.width(), 1);
        return planes.luma(line, 1, planes.height());
    }
}
