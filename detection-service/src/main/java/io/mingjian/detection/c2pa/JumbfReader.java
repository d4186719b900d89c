package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Jumbf.Content;
import io.mingjian.detection.media.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the boxes of a manifest store. Every box lies inside the one around it, so that neither a
 * length nor a depth can lead outside or in a circle.
 */
final class JumbfReader {
    private static final int LABELLED = 2;

    private final ByteView store;
    private int count;

    private JumbfReader(ByteView store) {
        this.store = store;
    }

    static Jumbf read(byte[] bytes) {
        JumbfReader reader = new JumbfReader(ByteView.of(bytes));
        Box box = reader.box(0, bytes.length);
        if (!box.type.equals("jumb")) {
            throw Unreadable.damaged("store does not start with a superbox");
        }
        return reader.superbox(box, 0);
    }

    private record Box(String type, int start, int end) {}

    private Box box(int at, int limit) {
        if (++count > Limits.BOXES) {
            throw Unreadable.limit("too many boxes");
        }
        if (at > limit - 8) {
            throw Unreadable.damaged("box header breaks off");
        }
        long size = store.u32(at);
        int head = 8;
        if (size == 1 && at <= limit - 16) {
            size = store.u32(at + 8) << 32 | store.u32(at + 12);
            head = 16;
        } else if (size == 0) {
            size = (long) limit - at;
        }
        if (size < head || size > limit - at) {
            throw Unreadable.damaged("box longer than what is around it");
        }
        return new Box(store.latin1(at + 4, 4), at + head, at + (int) size);
    }

    private Jumbf superbox(Box box, int depth) {
        if (depth > Limits.BOX_DEPTH) {
            throw Unreadable.limit("boxes too deep");
        }
        Box description = box(box.start, box.end);
        if (!description.type.equals("jumd") || description.end - description.start < 17) {
            throw Unreadable.damaged("superbox without a description");
        }
        List<Jumbf> boxes = new ArrayList<>();
        List<Content> contents = new ArrayList<>();
        for (int at = description.end; at < box.end; ) {
            Box inner = box(at, box.end);
            if (inner.type.equals("jumb")) {
                boxes.add(superbox(inner, depth + 1));
            } else {
                contents.add(new Content(inner.type, inner.start, inner.end));
            }
            at = inner.end;
        }
        String type = store.latin1(description.start, 4);
        return new Jumbf(store, type, label(description), box.start, box.end, boxes, contents);
    }

    private String label(Box description) {
        if ((store.u8(description.start + 16) & LABELLED) == 0) {
            return "";
        }
        int from = description.start + 17;
        int to = store.indexOf(0, from, description.end);
        if (to < 0) {
            throw Unreadable.damaged("label without an end");
        }
        return store.text(from, to - from, StandardCharsets.UTF_8);
    }
}
