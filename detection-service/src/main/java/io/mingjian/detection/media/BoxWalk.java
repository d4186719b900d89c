package io.mingjian.detection.media;

import java.util.Set;

/**
 * Boxes of ISO 14496-12 (MP4, QuickTime, M4A, HEIF, AVIF), each named by its path, such as {@code
 * moov/udta/meta/ilst}. Only boxes that can hold metadata are opened; media data is stepped over by
 * its length. Items of a list that go by number are named {@code #1}.
 */
final class BoxWalk {
    private static final Set<String> PARENTS = Set.of("moov", "trak", "udta", "ilst");

    private final ByteView file;
    private final BlockList blocks;

    private BoxWalk(ByteView file, BlockList blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static int walk(ByteView file, BlockList blocks) {
        new BoxWalk(file, blocks).boxes("", 0, file.length(), 0);
        HeifItems.walk(file, blocks);
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
        if (type.equals("meta")) {
            boxes(here, data + metaHead(data), at + size, depth + 1);
        } else if (PARENTS.contains(type) || path.endsWith("/ilst")) {
            boxes(here, data, at + size, depth + 1);
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
