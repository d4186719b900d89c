package io.mingjian.detection.reuse;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What an index keeps of a picture: its hash, the hash without an even frame, and of its strongest
 * key points the word, the signs, the direction and the size. At most {@link #MOST_BYTES} bytes.
 */
public final class PictureGist {
    /** Grows when the same print would give another gist; also names the vocabulary. */
    public static final int VERSION = 1;

    /** Points that an index keeps of a picture. */
    static final int POINTS = 64;

    private static final int POINT_BYTES = 2 + 8 + 1 + 1;
    private static final int HASH_BYTES = 33;

    /** Of the stored form. */
    public static final int MOST_BYTES = 3 + 2 * HASH_BYTES + POINTS * POINT_BYTES;

    private static final int GRID = 4;
    private static final int MOST_A_FIELD = 8;

    private final PictureHash hash;
    private final PictureHash trimmed;
    private final short[] words;
    private final long[] signs;
    private final byte[] angles;
    private final byte[] scales;

    private PictureGist(PictureHash hash, PictureHash trimmed, int points) {
        this.hash = hash;
        this.trimmed = trimmed;
        this.words = new short[points];
        this.signs = new long[points];
        this.angles = new byte[points];
        this.scales = new byte[points];
    }

    static PictureGist of(ReusePrint print) {
        KeyPoints points = print.points();
        int[] chosen = spread(points, print.width(), print.height());
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

    /** The strongest, but not all from one corner. */
    private static int[] spread(KeyPoints points, int width, int height) {
        int[] chosen = new int[Math.min(POINTS, points.count())];
        int[] fields = new int[GRID * GRID];
        boolean[] taken = new boolean[points.count()];
        int count = 0;
        for (int i = 0; i < points.count() && count < chosen.length; i++) {
            int column = Math.min(GRID - 1, (int) (points.x(i) * GRID / width));
            int row = Math.min(GRID - 1, (int) (points.y(i) * GRID / height));
            if (fields[row * GRID + column]++ < MOST_A_FIELD) {
                taken[i] = true;
                chosen[count++] = i;
            }
        }
        for (int i = 0; count < chosen.length; i++) {
            if (!taken[i]) {
                chosen[count++] = i;
            }
        }
        return chosen;
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

    /** The stored form: version, both hashes with quality, number of points, the points. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(3 + 2 * HASH_BYTES + words.length * POINT_BYTES);
        buffer.putShort((short) VERSION);
        hash.write(buffer);
        trimmed.write(buffer);
        buffer.put((byte) words.length);
        for (int i = 0; i < words.length; i++) {
            buffer.putShort(words[i]).putLong(signs[i]).put(angles[i]).put(scales[i]);
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
