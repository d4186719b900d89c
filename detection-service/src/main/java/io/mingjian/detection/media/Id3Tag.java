package io.mingjian.detection.media;

/** Size of an ID3v2 tag, which may stand before audio of several kinds. */
final class Id3Tag {
    private Id3Tag() {}

    /** Bytes of the tag at this place with head and foot; 0 when there is none. */
    static int length(ByteView file, int at) {
        if (!file.has(at, "ID3") || at + 10 > file.length()) {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < 10; i++) {
            int seven = file.u8(at + i);
            if (seven > 0x7F) {
                return 0;
            }
            size = size << 7 | seven;
        }
        boolean foot = (file.u8(at + 5) & 0x10) != 0;
        return 10 + size + (foot ? 10 : 0);
    }
}
