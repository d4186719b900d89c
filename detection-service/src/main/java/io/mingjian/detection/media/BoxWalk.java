package io.mingjian.detection.media;

import java.util.Set;

/**
 * Boxes of ISO 14496-12 (MP4, QuickTime, M4A, HEIF, AVIF), each named by its path, such as {@code
 * moov/udta/meta/ilst}. Usually only boxes that can hold metadata are opened; media data is stepped
 * over by its length. Items of a list that go by number are named {@code #1}.
 */
final class BoxWalk {
    private static final Set<String> OF_METADATA = Set.of("moov", "trak", "udta", "meta", "ilst");
    private static final Set<String> OF_STRUCTURE =
            Set.of(
                    "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf",
                    "mfra", "meta", "iprp", "ipco", "udta", "sinf", "schi", "tref");

    private final ByteView file;
    private final BlockList blocks;
    private final Set<String> parents;

    private BoxWalk(ByteView file, BlockList blocks, Set<String> parents) {
        this.file = file;
        this.blocks = blocks;
        this.parents = parents;
    }

    static int walk(ByteView file, BlockList blocks) {
        new BoxWalk(file, blocks, OF_METADATA).boxes("", 0, file.length(), 0);
        HeifItems.walk(file, blocks);
        return file.length();
    }

    /** Opens every box that holds boxes, of films also those of single pictures. */
    static int all(ByteView file, BlockList blocks) {
        new BoxWalk(file, blocks, OF_STRUCTURE).boxes("", 0, file.length(), 0);
        return file.length();
    }

    private void boxes(String path, int from, int to, int depth) {
        blocks.descend(depth, from);
        int at = from;
        while (at + 8 <= to) {
            long size = file.u32(at);
            if (size == 0 && depth > 0) {
                // QuickTime closes its user data with a zero.
                return;
            }
            int head = size == 1 ? 16 : 8;
            if (size == 1) {
                size = file.u64(at + 8);
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || size > to - at) {
                throw new BrokenBytes(at, "box longer than what holds it");
            }
            box(path, at, head, (int) size, depth);
            at += (int) size;
        }
        if (depth == 0 && at < to) {
            throw new BrokenBytes(at, "rest too short for a box");
        }
    }

    private void box(String path, int at, int head, int size, int depth) {
        String type = name(at + 4);
        String here = path.isEmpty() ? type : path + "/" + type;
        int data = at + head;
        blocks.add(here, at, data, size - head);
        if (parents.contains(type) || path.endsWith("/ilst")) {
            int inner = type.equals("meta") ? data + metaHead(data) : data;
            boxes(here, inner, at + size, depth + 1);
        }
    }

    /** In QuickTime files {@code meta} has no version and flags. */
    private int metaHead(int data) {
        return file.has(data + 4, "hdlr") ? 0 : 4;
    }

    private String name(int at) {
        boolean number = file.u8(at) == 0;
        return number ? "#" + file.u32(at) : file.latin1(at, 4);
    }
}
