package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import java.util.ArrayList;
import java.util.List;

/**
 * One box of an ISO base media file (ISO/IEC 14496-12): MP4, MOV, HEIC, AVIF.
 *
 * @param type four letters
 * @param start of the box with its header
 * @param content behind the header
 * @param end behind the box
 * @param inner boxes in it, when its type is known to hold boxes
 */
record BmffBox(String type, int start, int content, int end, List<BmffBox> inner) {
    private static final int HEAD = 8;

    BmffBox {
        inner = List.copyOf(inner);
    }

    /** The boxes of a file; media data is skipped by its length. */
    static List<BmffBox> of(ByteView file) {
        Container container = Container.boxes(file);
        container.damage().filter(damage -> !isRest(file, damage)).ifPresent(BmffBox::refuse);
        return new Nest(file, container.blocks()).upTo(file.length());
    }

    /** What is too short for a box belongs to none, but is hashed like everything else. */
    private static boolean isRest(ByteView file, Container.Damage damage) {
        return file.length() - damage.offset() < HEAD;
    }

    private static void refuse(Container.Damage damage) {
        String where = "media boxes break off at byte " + damage.offset();
        throw damage.code().equals("LIMIT") ? Unreadable.limit(where) : Unreadable.damaged(where);
    }

    Span span() {
        return new Span(start, end);
    }

    /** Makes a tree of blocks, each of which comes before those that lie in it. */
    private static final class Nest {
        private final ByteView file;
        private final List<Block> blocks;
        private int next;

        private Nest(ByteView file, List<Block> blocks) {
            this.file = file;
            this.blocks = blocks;
        }

        private List<BmffBox> upTo(int end) {
            List<BmffBox> boxes = new ArrayList<>();
            while (next < blocks.size() && blocks.get(next).offset() < end) {
                Block block = blocks.get(next++);
                boxes.add(
                        new BmffBox(
                                file.latin1(block.offset() + 4, 4),
                                block.offset(),
                                block.dataOffset(),
                                block.dataEnd(),
                                upTo(block.dataEnd())));
            }
            return boxes;
        }
    }
}
