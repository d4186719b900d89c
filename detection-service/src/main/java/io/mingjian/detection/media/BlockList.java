package io.mingjian.detection.media;

import java.util.ArrayList;
import java.util.List;

/** Collects the blocks of one file and ends a walk that goes on for too long. */
final class BlockList {
    private final ByteView file;
    private final List<Block> blocks = new ArrayList<>();
    private int steps;

    BlockList(ByteView file) {
        this.file = file;
    }

    void add(String type, int offset, int dataOffset, long dataLength) {
        if (blocks.size() >= MediaLimits.MAX_BLOCKS) {
            throw new LimitReached(offset);
        }
        if (dataLength < 0 || dataOffset + dataLength > file.length()) {
            throw new BrokenBytes(offset, "block longer than the file");
        }
        blocks.add(new Block(type, offset, dataOffset, (int) dataLength));
    }

    /** Counts one step over something that is not kept. */
    void step(int offset) {
        if (++steps > MediaLimits.MAX_STEPS) {
            throw new LimitReached(offset);
        }
    }

    /** Refuses nesting that no writer produces. */
    void descend(int depth, int offset) {
        if (depth > MediaLimits.MAX_DEPTH) {
            throw new LimitReached(offset);
        }
    }

    List<Block> all() {
        return blocks;
    }

    /** A limit ends the walk; what was seen until there is kept. */
    static final class LimitReached extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int offset;

        private LimitReached(int offset) {
            super("limit reached", null, false, false);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }
}
