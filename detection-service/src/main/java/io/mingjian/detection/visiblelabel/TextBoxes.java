package io.mingjian.detection.visiblelabel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From the map of a text detector (how probably each pixel lies in the core of a line) to boxes
 * around whole lines. Lines that lean are boxed upright; a label does not lean.
 */
final class TextBoxes {
    /** A pixel from here on belongs to a core. */
    private static final float CORE = 0.3f;

    /** A core whose mean is below is none. */
    private static final double LEAST_MEAN = 0.5;

    private static final int LEAST_SIDE = 3;

    /** The detector was taught cores that are shrunk by their area over their perimeter. */
    private static final double GROWTH = 1.6;

    private static final int MOST_CORES = 1_000;
    private static final int MOST_BOXES = 100;

    /** Pieces of one line: gap and heights at most so many times the lower one's height. */
    private static final double GAP = 0.8;

    private static final double HEIGHTS = 1.5;
    private static final double OVERLAP = 0.6;

    private final float[] map;
    private final int width;
    private final int height;
    private final boolean[] seen;
    private final int[] stack;

    private TextBoxes(float[] map, int width, int height) {
        this.map = map;
        this.width = width;
        this.height = height;
        this.seen = new boolean[map.length];
        this.stack = new int[map.length];
    }

    /** Boxes of lines, those on the left first. */
    static List<Box> of(float[] map, int width, int height) {
        if (map.length != width * height) {
            throw new IllegalArgumentException("map and size differ");
        }
        return joined(new TextBoxes(map, width, height).boxes());
    }

    private List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        int cores = 0;
        for (int at = 0; at < map.length && cores < MOST_CORES; at++) {
            if (map[at] >= CORE && !seen[at]) {
                cores++;
                addBox(at, boxes);
            }
        }
        boxes.sort(Comparator.comparingDouble(Box::area).reversed());
        return new ArrayList<>(boxes.subList(0, Math.min(MOST_BOXES, boxes.size())));
    }

    private void addBox(int start, List<Box> boxes) {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        double sum = 0;
        int count = 0;
        int depth = 0;
        stack[depth++] = start;
        seen[start] = true;
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % width;
            int y = at / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            sum += map[at];
            count++;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int next = ny * width + nx;
                    if (!seen[next] && map[next] >= CORE) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        Box core = new Box(left, top, right + 1.0, bottom + 1.0);
        if (sum / count >= LEAST_MEAN && Math.min(core.width(), core.height()) >= LEAST_SIDE) {
            double by = core.area() * GROWTH / (2 * (core.width() + core.height()));
            boxes.add(core.grown(by).within(width, height));
        }
    }

    private static List<Box> joined(List<Box> boxes) {
        boxes.sort(Comparator.comparingDouble(Box::left));
        List<Box> lines = new ArrayList<>();
        for (Box box : boxes) {
            int before = lines.size() - 1;
            while (before >= 0 && !continues(lines.get(before), box)) {
                before--;
            }
            if (before >= 0) {
                lines.set(before, lines.get(before).and(box));
            } else {
                lines.add(box);
            }
        }
        return lines;
    }

    private static boolean continues(Box line, Box next) {
        double lower = Math.min(line.height(), next.height());
        return line.isAsHighAs(next, HEIGHTS)
                && -line.gapDown(next) >= OVERLAP * lower
                && line.gapAcross(next) <= GAP * lower;
    }
}
