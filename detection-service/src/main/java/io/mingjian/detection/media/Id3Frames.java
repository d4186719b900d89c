package io.mingjian.detection.media;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * The frames of an ID3v2 tag, versions 2 to 4.
 *
 * @param bytes in which they lie: the file, or a copy
 * @param from where the first may begin
 * @param to where the tag ends
 * @param version 2, 3 or 4
 * @param flags of the tag
 */
public record Id3Frames(ByteView bytes, int from, int to, int version, int flags) {
    private static final int TAG_HEAD = 10;
    private static final int WRITTEN_APART = 0x80;
    private static final int EXTENDED = 0x40;

    /** The frames of the tag that fills this part of a file. */
    public static Id3Frames of(ByteView file, int start, int length) {
        if (length < TAG_HEAD || !file.has(start, "ID3")) {
            throw new BrokenBytes(start, "no tag where one is due");
        }
        int size = Math.min(sevenBits(file, start + 6), length - TAG_HEAD);
        int from = start + TAG_HEAD;
        return new Id3Frames(file, from, from + size, file.u8(start + 3), file.u8(start + 5));
    }

    public boolean isKnownVersion() {
        return version >= 2 && version <= 4;
    }

    /** True when zeros were put into the whole tag, so that no player takes it for sound. */
    public boolean isUnsynchronised() {
        return version < 4 && (flags & WRITTEN_APART) != 0;
    }

    /** The same frames in a copy without these zeros. */
    public Id3Frames synchronised() {
        ByteView copy = ByteView.of(synchronised(bytes.copy(from, to - from)));
        return new Id3Frames(copy, 0, copy.length(), version, flags & ~WRITTEN_APART);
    }

    /** Bytes without the zeros of unsynchronisation. */
    public static byte[] synchronised(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i]);
            boolean stuffed =
                    (bytes[i] & 0xFF) == 0xFF && i + 1 < bytes.length && bytes[i + 1] == 0;
            i += stuffed ? 1 : 0;
        }
        return out.toByteArray();
    }

    /** Each frame as a block named by its letters; padding ends them. */
    public void each(Consumer<Block> reader) {
        int head = version == 2 ? 6 : 10;
        int at = from + extendedHead();
        while (at + head <= to && bytes.u8(at) != 0) {
            long size = size(at);
            if (size > to - at - head) {
                throw new BrokenBytes(at, "frame longer than its tag");
            }
            String letters = bytes.latin1(at, version == 2 ? 3 : 4);
            reader.accept(new Block(letters, at, at + head, (int) size));
            at += head + (int) size;
        }
    }

    /** True when zeros were put into this frame alone. */
    public boolean isUnsynchronised(Block frame) {
        return version == 4 && (bytes.u8(frame.offset() + 9) & 2) != 0;
    }

    private int extendedHead() {
        if ((flags & EXTENDED) == 0 || version == 2) {
            return 0;
        }
        return version == 4 ? sevenBits(bytes, from) : 4 + (int) Math.min(bytes.u32(from), 1 << 20);
    }

    private long size(int at) {
        return switch (version) {
            case 2 -> (long) bytes.u16(at + 3) << 8 | bytes.u8(at + 5);
            case 3 -> bytes.u32(at + 4);
            default -> sevenBits(bytes, at + 4);
        };
    }

    private static int sevenBits(ByteView tag, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 7 | tag.u8(at + i) & 0x7F;
        }
        return value;
    }
}
