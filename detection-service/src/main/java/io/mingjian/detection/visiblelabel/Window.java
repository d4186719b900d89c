package io.mingjian.detection.visiblelabel;

import java.util.List;

/**
 * A part of the picture and the size at which it is looked at. The standard puts a label at an edge
 * or into a corner, and nearly all stand above or below: there the look is close enough for letters
 * of 2 % of the shorter side. Between the two strips it is wider, and only lines that begin or end
 * near a side are kept.
 *
 * @param part what is looked at, in pixels of the decoded picture
 * @param reach how far from a side a line may begin or end
 * @param width width of the look, a multiple of 32
 * @param height its height, a multiple of 32
 */
record Window(Box part, double reach, int width, int height) {
    /** The networks take sides that are multiples of this. */
    static final int GRID = 32;

    private static final double STRIP = 0.2;
    private static final double STRIP_OF_SHORT_SIDE = 0.3;
    private static final double CLOSE = 800;
    private static final double WIDE = 512;
    private static final double NEAR_SIDE = 0.1;
    private static final double MOST_ENLARGED = 2;
    private static final double MOST_PIXELS = 480_000;
    private static final int MOST_CELLS = 128;

    static List<Window> of(int width, int height) {
        double shorter = Math.min(width, height);
        double across = Math.min(height * STRIP, shorter * STRIP_OF_SHORT_SIDE);
        return List.of(
                of(new Box(0, 0, width, across), width, CLOSE / shorter),
                of(new Box(0, height - across, width, height), width, CLOSE / shorter),
                of(
                        new Box(0, across, width, height - across),
                        NEAR_SIDE * shorter,
                        WIDE / shorter));
    }

    private static Window of(Box part, double reach, double wanted) {
        double most = Math.min(MOST_ENLARGED, Math.sqrt(MOST_PIXELS / part.area()));
        double scale = Math.min(wanted, most);
        return new Window(part, reach, onGrid(part.width() * scale), onGrid(part.height() * scale));
    }

    private static int onGrid(double side) {
        return GRID * (int) Math.max(1, Math.min(MOST_CELLS, Math.round(side / GRID)));
    }

    /** Whether a line of the picture stands where this look is to find one. */
    boolean keeps(Box line) {
        return line.left() - part.left() <= reach || part.right() - line.right() <= reach;
    }

    /** From the pixels of the look to those of the picture. */
    Box inPicture(Box seen) {
        double across = part.width() / width;
        double down = part.height() / height;
        return new Box(
                part.left() + seen.left() * across,
                part.top() + seen.top() * down,
                part.left() + seen.right() * across,
                part.top() + seen.bottom() * down);
    }
}
