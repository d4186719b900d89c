package io.mingjian.detection.media;

/** Script tags of a Flash video; sound and picture tags are stepped over. */
final class FlvWalk {
    private FlvWalk() {}

    static int walk(ByteView file, BlockList blocks) {
        long at = file.u32(5) + 4;
        while (at + 11 <= file.length()) {
            int tag = (int) at;
            int size = file.u16(tag + 1) << 8 | file.u8(tag + 3);
            if ((file.u8(tag) & 0x1F) == 18) {
                blocks.add("script", tag, tag + 11, size);
            } else {
                blocks.step(tag);
            }
            at += 11 + size + 4;
        }
        if (at - 4 > file.length()) {
            throw new BrokenBytes(file.length(), "tag longer than the file");
        }
        return file.length();
    }
}
