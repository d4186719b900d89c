package io.mingjian.detection.reuse;

/** Slope of each pixel of a level: how steep, and which way in eighths of a full turn. */
final class Gradients {
    static final int DIRECTIONS = 8;
    private static final float TO_DIRECTIONS = (float) (DIRECTIONS / (2 * Math.PI));

    private final int width;
    private final int height;
    private final float[] steepness;
    private final float[] directions;

    Gradients(float[] level, int width, int height) {
        this.width = width;
        this.height = height;
        this.steepness = new float[level.length];
        this.directions = new float[level.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                float across = level[at + 1] - level[at - 1];
                float down = level[at + width] - level[at - width];
                steepness[at] = (float) Math.sqrt(across * across + down * down);
                directions[at] = direction(across, down) * TO_DIRECTIONS;
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float steepness(int at) {
        return steepness[at];
    }

    /** 0 to 8; 0 points right, 2 points down. */
    float direction(int at) {
        return directions[at];
    }

    /** Angle from 0 to 2π within 0.0003, at a fraction of the cost of the exact function. */
    private static float direction(float across, float down) {
        float x = Math.abs(across);
        float y = Math.abs(down);
        float large = Math.max(x, y);
        if (large == 0) {
            return 0;
        }
        float part = Math.min(x, y) / large;
        float square = part * part;
        float angle =
                ((-0.0464964749f * square + 0.15931422f) * square - 0.327622764f) * square * part
                        + part;
        if (y > x) {
            angle = (float) (Math.PI / 2) - angle;
        }
        if (across < 0) {
            angle = (float) Math.PI - angle;
        }
        return down < 0 ? (float) (2 * Math.PI) - angle : angle;
    }
}
