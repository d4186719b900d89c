package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Pixels;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is kept of a picture to find it again: a grey thumbnail of at most 192 pixels a side, the
 * picture without its even frame, and the hashes of its {@link Window windows}. The hashes follow
 * from the thumbnail alone.
 */
public final class ReusePrint {
    /** Grows when the same picture would give other hashes. */
    public static final int VERSION = 1;

    static final int THUMBNAIL = 192;

    /** Windows of the whole picture and, last, the trimmed picture. */
    static final int WINDOWS = Window.ALL.size() + 1;

    static final int TRIMMED = WINDOWS - 1;

    private static final int HASH_BYTES = 33;

    private final Plane thumbnail;
    private final Window trim;
    private final PictureHash[] hashes;

    private ReusePrint(Plane thumbnail, Window trim, PictureHash[] hashes) {
        this.thumbnail = thumbnail;
        this.trim = trim;
        this.hashes = hashes;
    }

    private static ReusePrint of(Plane thumbnail) {
        Window trim = Border.trimmed(thumbnail);
        PictureHash[] hashes = new PictureHash[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            hashes[i] = PictureHash.of(thumbnail, i == TRIMMED ? trim : Window.ALL.get(i));
        }
        return new ReusePrint(thumbnail, trim, hashes);
    }

    /** Empty when the picture is too plain or too small to be told from others. */
    public static Optional<ReusePrint> of(Pixels pixels) {
        if (Math.min(pixels.width(), pixels.height()) < 32) {
            return Optional.empty();
        }
        ReusePrint print = of(Plane.shrunk(pixels, THUMBNAIL));
        boolean telling = print.hashes[0].isTelling() || print.hashes[TRIMMED].isTelling();
        return telling ? Optional.of(print) : Optional.empty();
    }

    /**
     * The stored form: version, width and height (2 bytes each), 33 bytes for each hash and its
     * quality, then the grey values. At most 39 kB.
     */
    public byte[] toBytes() {
        byte[] grey = thumbnail.bytes();
        ByteBuffer buffer = ByteBuffer.allocate(6 + WINDOWS * HASH_BYTES + grey.length);
        buffer.putShort((short) VERSION);
        buffer.putShort((short) thumbnail.width());
        buffer.putShort((short) thumbnail.height());
        for (PictureHash hash : hashes) {
            buffer.putLong(hash.a()).putLong(hash.b()).putLong(hash.c()).putLong(hash.d());
            buffer.put((byte) hash.quality());
        }
        return buffer.put(grey).array();
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when these are not the bytes of such a form
     */
    public static ReusePrint fromBytes(byte[] stored) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            if (buffer.getShort() != VERSION) {
                throw new IllegalArgumentException("reuse print of another version");
            }
            int width = buffer.getShort();
            int height = buffer.getShort();
            PictureHash[] hashes = new PictureHash[WINDOWS];
            for (int i = 0; i < WINDOWS; i++) {
                hashes[i] = hash(buffer);
            }
            byte[] grey = new byte[buffer.remaining()];
            buffer.get(grey);
            Plane thumbnail = new Plane(width, height, grey);
            return new ReusePrint(thumbnail, Border.trimmed(thumbnail), hashes);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("reuse print is cut off", e);
        }
    }

    private static PictureHash hash(ByteBuffer buffer) {
        return new PictureHash(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.get());
    }

    ReusePrint turned(Turn turn) {
        return turn == Turn.NONE ? this : of(thumbnail.turned(turn));
    }

    Plane thumbnail() {
        return thumbnail;
    }

    PictureHash hash(int window) {
        return hashes[window];
    }

    Window window(int index) {
        return index == TRIMMED ? trim : Window.ALL.get(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReusePrint print && Arrays.equals(toBytes(), print.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
