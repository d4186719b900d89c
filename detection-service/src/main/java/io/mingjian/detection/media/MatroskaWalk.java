package io.mingjian.detection.media;

import java.util.Map;

/**
 * Tags of a Matroska or WebM file (EBML, RFC 8794). Other elements are stepped over by their
 * length; a cluster of unknown length is walked until the next element that cannot lie in it.
 */
final class MatroskaWalk {
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final Map<Long, String> NAMES =
            Map.of(
                    SEGMENT,
                    "Segment",
                    0x1254C367L,
                    "Tags",
                    0x7373L,
                    "Tag",
                    0x67C8L,
                    "SimpleTag",
                    0x45A3L,
                    "TagName",
                    0x4487L,
                    "TagString");

    private final ByteView file;
    private final BlockList blocks;

    private MatroskaWalk(ByteView file, BlockList blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static int walk(ByteView file, BlockList blocks) {
        new MatroskaWalk(file, blocks).elements(0, file.length(), 0);
        return file.length();
    }

    private void elements(int from, int to, int depth) {
        blocks.descend(depth, from);
        int at = from;
        while (at < to) {
            blocks.step(at);
            int idLength = length(at, 4);
            long id = number(at, idLength);
            int sizeLength = length(at + idLength, 8);
            long size = number(at + idLength, sizeLength) & (1L << 7 * sizeLength) - 1;
            boolean unknown = size == (1L << 7 * sizeLength) - 1;
            int data = at + idLength + sizeLength;
            if (unknown && id == CLUSTER) {
                // Its members follow and are stepped over as if they were its neighbours.
                at = data;
                continue;
            }
            long end = unknown ? to : data + size;
            if (end > to) {
                throw new BrokenBytes(at, "element longer than what holds it");
            }
            element(id, at, data, (int) end, depth);
            at = (int) end;
        }
    }

    private void element(long id, int at, int data, int end, int depth) {
        String name = NAMES.get(id);
        if (name == null) {
            return;
        }
        blocks.add(name, at, data, end - data);
        boolean isLeaf = name.equals("TagName") || name.equals("TagString");
        if (!isLeaf) {
            elements(data, end, depth + 1);
        }
    }

    /** Bytes of the number that starts here. */
    private int length(int at, int most) {
        int length = Integer.numberOfLeadingZeros(file.u8(at)) - 23;
        if (length > most) {
            throw new BrokenBytes(at, "number longer than allowed");
        }
        return length;
    }

    private long number(int at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | file.u8(at + i);
        }
        return value;
    }
}
