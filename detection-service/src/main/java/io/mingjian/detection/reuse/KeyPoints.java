package io.mingjian.detection.reuse;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Key points of one picture, the strongest first: where they lie, how large and which way they
 * look, and a description of their surroundings in 128 unsigned bytes (4×4 fields of 8 directions,
 * square roots of the shares, so that distances treat large and small parts alike).
 */
final class KeyPoints {
    static final int LENGTH = 128;
    static final KeyPoints NONE = new KeyPoints(0);
    private static final int BYTES = 8 + LENGTH;
    private static final float PLACE = 32;
    private static final float TURN = (float) (65536 / (2 * Math.PI));

    private final int count;
    private final float[] x;
    private final float[] y;
    private final float[] scale;
    private final float[] angle;
    private final byte[] descriptions;
    private final long[] signs;

    private KeyPoints(int count) {
        this.count = count;
        this.x = new float[count];
        this.y = new float[count];
        this.scale = new float[count];
        this.angle = new float[count];
        this.descriptions = new byte[count * LENGTH];
        this.signs = new long[count * PointSigns.WORDS];
    }

    /** One point as found. Angles in radians, clockwise in a picture whose rows go down. */
    record Point(float x, float y, float scale, float angle, byte[] description) {}

    static KeyPoints of(List<Point> points) {
        KeyPoints all = new KeyPoints(points.size());
        for (int i = 0; i < all.count; i++) {
            Point point = points.get(i);
            all.put(i, point.x, point.y, point.scale, point.angle);
            System.arraycopy(point.description, 0, all.descriptions, i * LENGTH, LENGTH);
        }
        all.sign();
        return all;
    }

    /** Keeps no more than the stored form does, so that a print read back is the same print. */
    private void put(int i, float atX, float atY, float size, float direction) {
        x[i] = Math.round(atX * PLACE) / PLACE;
        y[i] = Math.round(atY * PLACE) / PLACE;
        scale[i] = Math.round(size * PLACE) / PLACE;
        angle[i] = (short) Math.round(direction * TURN) / TURN;
    }

    private void sign() {
        for (int i = 0; i < count; i++) {
            PointSigns.of(descriptions, i * LENGTH, signs, i * PointSigns.WORDS);
        }
    }

    int count() {
        return count;
    }

    float x(int i) {
        return x[i];
    }

    float y(int i) {
        return y[i];
    }

    float scale(int i) {
        return scale[i];
    }

    float angle(int i) {
        return angle[i];
    }

    /** All descriptions, {@link #LENGTH} bytes a point. Not to be changed. */
    byte[] descriptions() {
        return descriptions;
    }

    /** All signs, {@link PointSigns#WORDS} words a point. Not to be changed. */
    long[] signs() {
        return signs;
    }

    /**
     * The points of the picture in the mirror: across it the places and directions turn over, and
     * in the description the columns of fields and the directions change places. Exact, so nothing
     * has to be searched for a second time.
     *
     * @param width of the picture
     */
    KeyPoints mirrored(int width) {
        KeyPoints mirrored = new KeyPoints(count);
        for (int i = 0; i < count; i++) {
            mirrored.put(i, width - x[i], y[i], scale[i], (float) (Math.PI - angle[i]));
            int at = i * LENGTH;
            for (int field = 0; field < 16; field++) {
                int other = (3 - (field >> 2)) << 2 | field & 3;
                for (int bin = 0; bin < 8; bin++) {
                    mirrored.descriptions[at + other * 8 + (8 - bin & 7)] =
                            descriptions[at + field * 8 + bin];
                }
            }
        }
        mirrored.sign();
        return mirrored;
    }

    int size() {
        return 2 + count * BYTES;
    }

    void write(ByteBuffer buffer) {
        buffer.putShort((short) count);
        for (int i = 0; i < count; i++) {
            buffer.putShort((short) Math.round(x[i] * PLACE));
            buffer.putShort((short) Math.round(y[i] * PLACE));
            buffer.putShort((short) Math.round(scale[i] * PLACE));
            buffer.putShort((short) Math.round(angle[i] * TURN));
            buffer.put(descriptions, i * LENGTH, LENGTH);
        }
    }

    static KeyPoints read(ByteBuffer buffer) {
        KeyPoints points = new KeyPoints(buffer.getShort() & 0xFFFF);
        for (int i = 0; i < points.count; i++) {
            float x = (buffer.getShort() & 0xFFFF) / PLACE;
            float y = (buffer.getShort() & 0xFFFF) / PLACE;
            float scale = (buffer.getShort() & 0xFFFF) / PLACE;
            points.put(i, x, y, scale, buffer.getShort() / TURN);
            buffer.get(points.descriptions, i * LENGTH, LENGTH);
        }
        points.sign();
        return points;
    }
}
