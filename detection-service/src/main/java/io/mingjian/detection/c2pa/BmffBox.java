package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    private static final Set<String> HOLDING_BOXES =
            Set.of(
                    "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf",
                    "mfra", "meta", "iprp", "ipco", "udta", "sinf", "schi", "skip", "tref");

    BmffBox {
        inner = List.copyOf(inner);
    }

    /** The boxes of a file; media data is skipped by its length. */
    static List<BmffBox> of(ByteView file) {
        return new Walk(file).boxes(0, file.length(), 0);
    }

    Span span() {
        return new Span(start, end);
    }

    private static final class Walk {
        private final ByteView file;
        private int count;

        private Walk(ByteView file) {
            this.file = file;
        }

        private List<BmffBox> boxes(int from, int to, int depth) {
            if (depth > Limits.BOX_DEPTH) {
                throw Unreadable.limit("media boxes too deep");
            }
            List<BmffBox> boxes = new ArrayList<>();
            for (int at = from; at <= to - 8; ) {
                BmffBox box = box(at, to, depth);
                boxes.add(box);
                at = box.end;
            }
            return boxes;
        }

        private BmffBox box(int at, int to, int depth) {
            if (++count > Limits.BOXES) {
                throw Unreadable.limit("too many media boxes");
            }
            long size = file.u32(at);
            int head = 8;
            if (size == 1 && at <= to - 16) {
                size = file.u32(at + 8) << 32 | file.u32(at + 12);
                head = 16;
            } else if (size == 0 && depth == 0) {
                size = (long) to - at;
            }
            if (size < head || size > to - at) {
                throw Unreadable.damaged("media box longer than what is around it");
            }
            String type = file.latin1(at + 4, 4);
            int end = at + (int) size;
            int content = at + head;
            List<BmffBox> inner =
                    HOLDING_BOXES.contains(type)
                            ? boxes(content + versionBytes(type, content, end), end, depth + 1)
                            : List.of();
            return new BmffBox(type, at, content, end, inner);
        }

        /** ISO's {@code meta} has a version and flags before its boxes, QuickTime's has none. */
        private int versionBytes(String type, int content, int end) {
            boolean iso = type.equals("meta") && content <= end - 4 && file.u32(content) == 0;
            return iso ? 4 : 0;
        }
    }
}
