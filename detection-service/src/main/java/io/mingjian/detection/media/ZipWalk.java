package io.mingjian.detection.media;

import java.nio.charset.StandardCharsets;

/**
 * Members of a ZIP file by its directory at the end, each a block named like the member, from its
 * local head to the end of its stored bytes; the last block is the directory. Directories of more
 * than 4 GiB are not read.
 */
final class ZipWalk {
    private static final int MAX_COMMENT = 1 << 16;
    private static final int MAX_NAME = 512;

    private ZipWalk() {}

    static int walk(ByteView file, BlockList blocks) {
        int tail =
                file.lastIndexOf(
                        "PK\5\6", Math.max(0, file.length() - 22 - MAX_COMMENT), file.length());
        if (tail < 0) {
            throw new BrokenBytes(file.length(), "no directory at the end");
        }
        int count = file.u16le(tail + 10);
        long at = file.u32le(tail + 16);
        int directory = place(file, at);
        for (int i = 0; i < count; i++) {
            at = member(file, blocks, place(file, at));
        }
        blocks.add("PK\1\2", directory, directory, tail - (long) directory);
        return tail + 22 + file.u16le(tail + 20);
    }

    private static int place(ByteView file, long offset) {
        if (offset > file.length()) {
            throw new BrokenBytes(file.length(), "place outside the file");
        }
        return (int) offset;
    }

    private static int member(ByteView file, BlockList blocks, int at) {
        if (!file.has(at, "PK\1\2")) {
            throw new BrokenBytes(at, "no directory entry where one is due");
        }
        int name = file.u16le(at + 28);
        int local = place(file, file.u32le(at + 42));
        int data = local + 30 + file.u16le(local + 26) + file.u16le(local + 28);
        blocks.add(
                file.text(at + 46, Math.min(name, MAX_NAME), StandardCharsets.UTF_8),
                local,
                data,
                file.u32le(at + 20));
        return at + 46 + name + file.u16le(at + 30) + file.u16le(at + 32);
    }
}
