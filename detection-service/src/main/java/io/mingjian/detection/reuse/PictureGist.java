package io.mingjian.detection.reuse;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What an index keeps of a picture: its hash, the hash without an even frame, and of its strongest
 * key points the word, the signs, the direction, the size and the place. At most {@link
 * #MOST_BYTES} bytes.
 */
public final class PictureGist {
    /** Grows when the same print would give another gist; also names the vocabulary. */
    public static final int VERSION = 2;

    /** Points that an index keeps of a picture. */
    static final int POINTS = 64;

    private static final int POINT_BYTES = 2 + 8 + 1 + 1 + 2;
    private static final int HASH_BYTES = 33;

    /** Of the stored form. */
    public static final int MOST_BYTES = 3 + 2 * HASH_BYTES + POINTS * POINT_BYTES;

    /**
     * Of them up to so many are kept for large ones: of a screen that is a third as long as the
     * photograph only points are found that were large on the screen.
     */
    private static final int LARGE = 32;

    /** Blur in pixels of the print from which on a point is large. */
    private static final float LARGE_FROM = 6;

    private static final int GRID = 4;
    private static final int MOST_A_FIELD = 8;
    private static final int MOST_LARGE_A_FIELD = 4;

    /** Pixels of the print to one step of a place. */
    static final float PLACE = 2;

    private final PictureHash hash;
    private final PictureHash trimmed;
    private final short[] words;
    private final long[] signs;
    private final byte[] angles;
    private final byte[] scales;
    private final short[] places;

    private PictureGist(PictureHash hash, PictureHash trimmed, int points) {
        this.hash = hash;
        this.trimmed = trimmed;
        this.words = new short[points];
        this.signs = new long[points];
        this.angles = new byte[points];
        this.scales = new byte[points];
        this.places = new short[points];
    }

    static PictureGist of(ReusePrint print) {
        KeyPoints points = print.points();
        int[] chosen = Choice.of(points, print.width(), print.height());
        PictureGist gist = new PictureGist(print.hash(), print.trimmedHash(), chosen.length);
        Vocabulary vocabulary = Vocabulary.get();
        int[] number = new int[1];
        int[] distance = new int[1];
        for (int i = 0; i < chosen.length; i++) {
            int at = chosen[i] * KeyPoints.LENGTH;
            vocabulary.nearest(0, points.descriptions(), at, number, distance);
            int upper = number[0];
            vocabulary.nearest(1, points.descriptions(), at, number, distance);
            int lower = number[0];
            gist.words[i] = (short) Vocabulary.word(upper, lower);
            gist.signs[i] = signs(vocabulary, points, chosen[i], upper, lower);
            gist.angles[i] = angle(points.angle(chosen[i]));
            gist.scales[i] = scale(points.scale(chosen[i]));
            gist.places[i] = place(points.x(chosen[i]), points.y(chosen[i]));
        }
        return gist;
    }

    static long signs(Vocabulary vocabulary, KeyPoints points, int i, int upper, int lower) {
        int at = i * KeyPoints.LENGTH;
        return (long) vocabulary.signs(0, upper, points.descriptions(), at) << 32
                | vocabulary.signs(1, lower, points.descriptions(), at) & 0xFFFFFFFFL;
    }

    /** 256 parts of a full turn. */
    static byte angle(float radians) {
        return (byte) Math.round(radians * 128 / Math.PI);
    }

    /** Eighths of a doubling. */
    static byte scale(float size) {
        return (byte) Math.round(8 * Math.log(Math.max(0.1f, size)) / Math.log(2));
    }

    /** Across in the upper byte, down in the lower, in steps of {@link #PLACE}. */
    static short place(float x, float y) {
        return (short) (steps(x) << 8 | steps(y));
    }

    private static int steps(float pixels) {
        return Math.max(0, Math.min(255, Math.round(pixels / PLACE)));
    }

    /** The strongest, large ones among them, and not all from one corner. */
    private static final class Choice {
        private final KeyPoints points;
        private final int width;
        private final int height;
        private final boolean[] taken;
        private final int[] fields = new int[GRID * GRID];
        private final int[] chosen;
        private int count;

        private Choice(KeyPoints points, int width, int height) {
            this.points = points;
            this.width = width;
            this.height = height;
            this.taken = new boolean[points.count()];
            this.chosen = new int[Math.min(POINTS, points.count())];
        }

        private static int[] of(KeyPoints points, int width, int height) {
            Choice choice = new Choice(points, width, height);
            choice.take(LARGE, LARGE_FROM, MOST_LARGE_A_FIELD);
            choice.take(POINTS, 0, MOST_A_FIELD);
            choice.take(POINTS, 0, POINTS);
            return choice.chosen;
        }

        private void take(int upTo, float scaleFrom, int mostAField) {
            int most = Math.min(upTo, chosen.length);
            for (int i = 0; i < points.count() && count < most; i++) {
                int field = field(i);
                if (!taken[i] && points.scale(i) >= scaleFrom && fields[field] < mostAField) {
                    taken[i] = true;
                    fields[field]++;
                    chosen[count++] = i;
                }
            }
        }

        private int field(int i) {
            int column = Math.min(GRID - 1, (int) (points.x(i) * GRID / width));
            int row = Math.min(GRID - 1, (int) (points.y(i) * GRID / height));
            return row * GRID + column;
        }
    }

    PictureHash hash() {
        return hash;
    }

    /** Equal to the whole picture's where there is no frame. */
    PictureHash trimmedHash() {
        return trimmed;
    }

    int points() {
        return words.length;
    }

    int word(int i) {
        return words[i] & 0xFFFF;
    }

    long signs(int i) {
        return signs[i];
    }

    byte angle(int i) {
        return angles[i];
    }

    byte scale(int i) {
        return scales[i];
    }

    short place(int i) {
        return places[i];
    }

    /** The stored form: version, both hashes with quality, number of points, the points. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(3 + 2 * HASH_BYTES + words.length * POINT_BYTES);
        buffer.putShort((short) VERSION);
        hash.write(buffer);
        trimmed.write(buffer);
        buffer.put((byte) words.length);
        for (int i = 0; i < words.length; i++) {
            buffer.putShort(words[i]).putLong(signs[i]);
            buffer.put(angles[i]).put(scales[i]).putShort(places[i]);
        }
        return buffer.array();
    }

    /** True when these bytes are a gist as this version makes it. */
    public static boolean isCurrent(byte[] stored) {
        return stored.length > 2 && ByteBuffer.wrap(stored).getShort() == VERSION;
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when these are not the bytes of such a form
     */
    public static PictureGist fromBytes(byte[] stored) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            if (buffer.getShort() != VERSION) {
                throw new IllegalArgumentException("gist of another version");
            }
            PictureHash hash = PictureHash.read(buffer);
            PictureHash trimmed = PictureHash.read(buffer);
            PictureGist gist = new PictureGist(hash, trimmed, buffer.get() & 0xFF);
            for (int i = 0; i < gist.words.length; i++) {
                gist.words[i] = (short) (buffer.getShort() & Vocabulary.WORDS - 1);
                gist.signs[i] = buffer.getLong();
                gist.angles[i] = buffer.get();
                gist.scales[i] = buffer.get();
                gist.places[i] = buffer.getShort();
            }
            return gist;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("gist is cut off", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureGist gist && Arrays.equals(toBytes(), gist.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
