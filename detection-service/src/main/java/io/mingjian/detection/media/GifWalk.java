package io.mingjian.detection.media;

/**
 * Extensions and pictures of a GIF file; colour tables and pixels are stepped over. An application
 * extension is named by its eleven letters, and its data runs raw to the end mark, because XMP is
 * stored there without the usual division into sub-blocks.
 */
final class GifWalk {
    private final ByteView file;
    private final BlockList blocks;

    private GifWalk(ByteView file, BlockList blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static int walk(ByteView file, BlockList blocks) {
        return new GifWalk(file, blocks).run();
    }

    private int run() {
        int at = 13 + table(10);
        while (true) {
            switch (file.u8(at)) {
                case 0x21 -> at = extension(at);
                case 0x2C -> at = image(at);
                case 0x3B -> {
                    return at + 1;
                }
                default -> throw new BrokenBytes(at, "no block where one is due");
            }
        }
    }

    /** A block without data for each picture, so that they can be counted. */
    private int image(int at) {
        blocks.add("IMAGE", at, at, 0);
        return subBlocks(at + 11 + table(at + 9));
    }

    private int extension(int at) {
        int label = file.u8(at + 1);
        int end = subBlocks(at + 2);
        if (label == 0xFF && file.u8(at + 2) == 11) {
            // The zeros that close a raw packet are two; a reader may have stopped at the first.
            end += file.u8(end) == 0 ? 1 : 0;
            blocks.add(file.latin1(at + 3, 11), at, at + 14, end - 1L - (at + 14));
        } else if (label == 0xFE) {
            blocks.add("COMMENT", at, at + 2, end - 1L - (at + 2));
        }
        return end;
    }

    /** Offset behind the sub-blocks that start here. */
    private int subBlocks(int from) {
        int at = from;
        while (true) {
            int size = file.u8(at);
            if (size == 0) {
                return at + 1;
            }
            blocks.step(at);
            at += 1 + size;
        }
    }

    /** Bytes of the colour table that the flags at this place announce. */
    private int table(int flagsAt) {
        int flags = file.u8(flagsAt);
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
