package io.mingjian.detection.media;

/**
 * Chunks of WebP (RFC 9649), WAV and AVI files. Of lists only {@code INFO} is opened; its members
 * are named {@code INFO/…}. Large AVI files are several forms in a row.
 */
final class RiffWalk {
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private RiffWalk() {}

    static int walk(ByteView file, BlockList blocks) {
        int at = 0;
        do {
            at = form(file, blocks, at);
        } while (file.has(at, "RIFF") && file.has(at + 8, "AVIX"));
        return at;
    }

    private static int form(ByteView file, BlockList blocks, int start) {
        long claimed = file.u32le(start + 4);
        long riff = claimed == UNKNOWN ? file.length() : start + 8 + claimed;
        int stop = (int) Math.min(riff, file.length());
        int at = start + 12;
        while (at + 8 <= stop) {
            long length = file.u32le(at + 4);
            if (length == UNKNOWN && file.has(at, "data")) {
                length = stop - at - 8L;
            }
            if (at + 8 + length > stop) {
                throw new BrokenBytes(at, "chunk longer than the RIFF form");
            }
            chunk(file, blocks, at, (int) length);
            at += 8 + (int) (length + (length & 1));
        }
        if (riff > file.length()) {
            throw new BrokenBytes(file.length(), "RIFF form longer than the file");
        }
        return stop;
    }

    private static void chunk(ByteView file, BlockList blocks, int at, int length) {
        blocks.add(file.latin1(at, 4), at, at + 8, length);
        if (file.has(at, "LIST") && file.has(at + 8, "INFO")) {
            info(file, blocks, at + 12, at + 8 + length);
        }
    }

    private static void info(ByteView file, BlockList blocks, int from, int to) {
        int at = from;
        while (at + 8 <= to) {
            long length = file.u32le(at + 4);
            if (at + 8 + length > to) {
                throw new BrokenBytes(at, "chunk longer than its list");
            }
            blocks.add("INFO/" + file.latin1(at, 4), at, at + 8, length);
            at += 8 + (int) (length + (length & 1));
        }
    }
}
