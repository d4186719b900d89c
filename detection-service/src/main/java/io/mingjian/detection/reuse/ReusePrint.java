package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Pixels;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is kept of a picture to find it again: its hash, the hash without an even frame, a grey
 * thumbnail of at most 192 pixels a side, and up to 300 key points found at 480 pixels a side. At
 * most 78 kB, mostly about 65.
 */
public final class ReusePrint {
    /** Grows when the same picture would give another print. */
    public static final int VERSION = 2;

    private static final int LOOKED_AT = 480;
    private static final int THUMBNAIL = 192;
    private static final int LEAST_SIDE = 32;
    private static final int LEAST_POINTS = 24;
    private static final double PLACES = 10_000;

    /** Differing bits up to which two hashes are of one picture. */
    private static final int SAME_DISTANCE = 31;

    private final int width;
    private final int height;
    private final PictureHash hash;
    private final PictureHash trimmedHash;
    private final Window trim;
    private final Plane thumbnail;
    private final KeyPoints points;

    private ReusePrint(
            int width,
            int height,
            PictureHash hash,
            PictureHash trimmedHash,
            Window trim,
            Plane thumbnail,
            KeyPoints points) {
        this.width = width;
        this.height = height;
        this.hash = hash;
        this.trimmedHash = trimmedHash;
        this.trim = trim;
        this.thumbnail = thumbnail;
        this.points = points;
    }

    /** Empty when the picture is too plain or too small to be told from others. */
    public static Optional<ReusePrint> of(Pixels pixels) {
        if (Math.min(pixels.width(), pixels.height()) < LEAST_SIDE) {
            return Optional.empty();
        }
        Plane plane = Plane.shrunk(pixels, LOOKED_AT);
        Window trim = Border.trimmed(plane);
        PictureHash hash = PictureHash.of(Samples.of(pixels, Window.FULL));
        PictureHash trimmedHash = trim.isFull() ? hash : PictureHash.of(Samples.of(pixels, trim));
        KeyPoints points = PointFinder.find(plane);
        if (!hash.isTelling() && !trimmedHash.isTelling() && points.count() < LEAST_POINTS) {
            return Optional.empty();
        }
        return Optional.of(
                new ReusePrint(
                        plane.width(),
                        plane.height(),
                        hash,
                        trimmedHash,
                        trim,
                        plane.shrunk(THUMBNAIL),
                        points));
    }

    /** Whether the hashes are so near that whoever finds the one finds the other. */
    public boolean looksLike(ReusePrint other) {
        return hash.isTelling()
                && other.hash.isTelling()
                && hash.distance(other.hash) <= SAME_DISTANCE;
    }

    /** The PDQ hash of the whole picture in 64 hexadecimal digits, as other programs print it. */
    public String pdq() {
        return hash.hex();
    }

    /** The PDQ hash alone, without the rest of a print. */
    public static String pdq(Pixels pixels) {
        return PictureHash.of(Samples.of(pixels, Window.FULL)).hex();
    }

    /** What an index keeps of it. */
    public PictureGist gist() {
        return PictureGist.of(this);
    }

    /** In the pixels in which the key points are told. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    PictureHash hash() {
        return hash;
    }

    PictureHash trimmedHash() {
        return trimmedHash;
    }

    /** The picture without its even frame. */
    Window trim() {
        return trim;
    }

    Plane thumbnail() {
        return thumbnail;
    }

    KeyPoints points() {
        return points;
    }

    /** The stored form. */
    public byte[] toBytes() {
        byte[] grey = thumbnail.bytes();
        ByteBuffer buffer = ByteBuffer.allocate(2 + 4 + 66 + 8 + 4 + grey.length + points.size());
        buffer.putShort((short) VERSION);
        buffer.putShort((short) width).putShort((short) height);
        hash.write(buffer);
        trimmedHash.write(buffer);
        for (double place : new double[] {trim.x(), trim.y(), trim.width(), trim.height()}) {
            buffer.putShort((short) Math.round(place * PLACES));
        }
        buffer.putShort((short) thumbnail.width()).putShort((short) thumbnail.height());
        buffer.put(grey);
        points.write(buffer);
        return buffer.array();
    }

    /**
     * Reads the stored form, also that of version 1. Of an old print the thumbnail is left, and all
     * else is made anew from it: whole copies are found as well as ever, small parts of a picture
     * less often.
     *
     * @throws IllegalArgumentException when these are not the bytes of such a form
     */
    public static ReusePrint fromBytes(byte[] stored) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            return switch (buffer.getShort()) {
                case 1 -> FirstPrint.read(buffer);
                case VERSION -> read(buffer);
                default -> throw new IllegalArgumentException("reuse print of another version");
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("reuse print is cut off", e);
        }
    }

    /** A print of a picture of which only a thumbnail is left. */
    static ReusePrint ofThumbnail(Plane thumbnail) {
        PictureHash hash = PictureHash.of(Samples.of(thumbnail));
        return new ReusePrint(
                thumbnail.width(),
                thumbnail.height(),
                hash,
                hash,
                Window.FULL,
                thumbnail.shrunk(THUMBNAIL),
                PointFinder.find(thumbnail));
    }

    private static ReusePrint read(ByteBuffer buffer) {
        int width = buffer.getShort();
        int height = buffer.getShort();
        PictureHash hash = PictureHash.read(buffer);
        PictureHash trimmedHash = PictureHash.read(buffer);
        Window trim =
                new Window(
                        buffer.getShort() / PLACES,
                        buffer.getShort() / PLACES,
                        buffer.getShort() / PLACES,
                        buffer.getShort() / PLACES);
        int across = buffer.getShort();
        int down = buffer.getShort();
        if (across < 1 || down < 1 || across > THUMBNAIL || down > THUMBNAIL) {
            throw new IllegalArgumentException("reuse print with a wrong thumbnail");
        }
        if (width < 1 || height < 1 || trim.width() <= 0 || trim.height() <= 0) {
            throw new IllegalArgumentException("reuse print of no size");
        }
        byte[] grey = new byte[across * down];
        buffer.get(grey);
        Plane thumbnail = new Plane(across, down, grey);
        return new ReusePrint(
                width, height, hash, trimmedHash, trim, thumbnail, KeyPoints.read(buffer));
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
