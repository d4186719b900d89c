package io.mingjian.detection.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first picture of a WebP (RFC 9649) as a file of its own: without metadata, and without the
 * other pictures, which the decoder does not know.
 *
 * @param file a still WebP
 * @param clear whether parts of it may be transparent
 */
record WebpStill(ByteView file, boolean clear) {
    private static final int FRAME_HEAD = 16;
    private static final int CHUNK_HEAD = 8;
    private static final int EXTENDED_HEAD = 10;
    private static final byte ALPHA_FLAG = 0x10;

    /** A frame has a layer of transparency, a picture, and perhaps chunks that nobody knows. */
    private static final int MOST_CHUNKS = 16;

    private static final long LOSSLESS_ALPHA = 1L << 28;

    /** Empty when there is none in it. */
    static Optional<WebpStill> of(ByteView file, Container container) {
        Optional<Block> frame = container.first("ANMF");
        Optional<Picture> found =
                frame.isPresent() ? within(file, frame.get()) : among(container.blocks());
        return found.map(picture -> still(file, picture));
    }

    /**
     * What a picture is made of.
     *
     * @param alpha the layer of transparency of a lossy one, if it has one
     */
    private record Picture(Block bitmap, @Nullable Block alpha) {}

    private static Optional<Picture> among(List<Block> blocks) {
        @Nullable Block alpha = null;
        for (Block block : blocks) {
            if (isBitmap(block.type())) {
                return Optional.of(new Picture(block, alpha));
            }
            alpha = block.type().equals("ALPH") ? block : alpha;
        }
        return Optional.empty();
    }

    /** The chunks of a frame; a frame of many small ones is given up and not remembered. */
    private static Optional<Picture> within(ByteView file, Block frame) {
        @Nullable Block alpha = null;
        int at = frame.dataOffset() + FRAME_HEAD;
        for (int i = 0; i < MOST_CHUNKS && at + CHUNK_HEAD <= frame.dataEnd(); i++) {
            long length = file.u32le(at + 4);
            if (at + CHUNK_HEAD + length > frame.dataEnd()) {
                return Optional.empty();
            }
            Block chunk = new Block(file.latin1(at, 4), at, at + CHUNK_HEAD, (int) length);
            if (isBitmap(chunk.type())) {
                return Optional.of(new Picture(chunk, alpha));
            }
            alpha = chunk.type().equals("ALPH") ? chunk : alpha;
            at += CHUNK_HEAD + (int) (length + (length & 1));
        }
        return Optional.empty();
    }

    private static boolean isBitmap(String type) {
        return type.equals("VP8 ") || type.equals("VP8L");
    }

    private static WebpStill still(ByteView file, Picture picture) {
        Block bitmap = picture.bitmap();
        if (bitmap.type().equals("VP8L")) {
            boolean clear = (file.u32le(bitmap.dataOffset() + 1) & LOSSLESS_ALPHA) != 0;
            return new WebpStill(written(file, bitmap, null), clear);
        }
        return new WebpStill(written(file, bitmap, picture.alpha()), picture.alpha() != null);
    }

    /**
     * Written into one array, because it may be as large as the file. A picture with a layer of
     * transparency needs the extended head, and its size in it.
     */
    private static ByteView written(ByteView file, Block bitmap, @Nullable Block alpha) {
        int length = 4 + chunkLength(bitmap.dataLength());
        if (alpha != null) {
            length += chunkLength(EXTENDED_HEAD) + chunkLength(alpha.dataLength());
        }
        ByteBuffer riff = ByteBuffer.allocate(CHUNK_HEAD + length).order(ByteOrder.LITTLE_ENDIAN);
        riff.put(latin1("RIFF")).putInt(length).put(latin1("WEBP"));
        if (alpha != null) {
            int size = bitmap.dataOffset() + 6;
            byte[] head = new byte[EXTENDED_HEAD];
            head[0] = ALPHA_FLAG;
            size(head, 4, (file.u16le(size) & 0x3FFF) - 1);
            size(head, 7, (file.u16le(size + 2) & 0x3FFF) - 1);
            riff.put(latin1("VP8X")).putInt(EXTENDED_HEAD).put(head);
            chunk(riff, file, alpha);
        }
        chunk(riff, file, bitmap);
        return ByteView.of(riff.array());
    }

    private static int chunkLength(int data) {
        return CHUNK_HEAD + data + (data & 1);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void size(byte[] head, int at, int less) {
        head[at] = (byte) less;
        head[at + 1] = (byte) (less >> 8);
        head[at + 2] = (byte) (less >> 16);
    }

    private static void chunk(ByteBuffer to, ByteView file, Block block) {
        to.put(latin1(block.type())).putInt(block.dataLength());
        to.put(file.copy(block.dataOffset(), block.dataLength()));
        if (block.dataLength() % 2 == 1) {
            to.put((byte) 0);
        }
    }
}
