package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store in a general object of the ID3v2 tag in front of an MP3 stream. */
final class Id3Carrier {
    private static final int TAG_HEAD = 10;
    private static final int FRAME_HEAD = 10;
    private static final int VERSION_4 = 4;

    private Id3Carrier() {}

    static Optional<Embedded> find(ByteView file) {
        int version = file.u8(3);
        int end = Math.min(file.length(), TAG_HEAD + sevenBits(file, 6));
        List<Embedded> stores = new ArrayList<>();
        for (int at = TAG_HEAD; at <= end - FRAME_HEAD && file.u8(at) != 0; ) {
            long size = version == VERSION_4 ? sevenBits(file, at + 4) : file.u32(at + 4);
            int data = at + FRAME_HEAD;
            if (size > end - data) {
                throw Unreadable.damaged("ID3 frame longer than its tag");
            }
            if (file.has(at, "GEOB") && file.has(data + 1, "application/c2pa\0")) {
                store(file, at, data + (int) size).ifPresent(stores::add);
            }
            at = data + (int) size;
        }
        return BlockCarriers.only(stores);
    }

    /** Behind media type, file name and description, all of which end with a zero. */
    private static Optional<Embedded> store(ByteView file, int from, int to) {
        int box = file.indexOf("jumb", from, to) - 4;
        return box > from && BlockCarriers.isStore(file, box)
                ? Optional.of(
                        new Embedded(
                                Carrier.MP3, file.copy(box, to - box), List.of(new Span(from, to))))
                : Optional.empty();
    }

    /** Seven bits of each of four bytes. */
    private static int sevenBits(ByteView file, int at) {
        return (file.u8(at) & 0x7F) << 21
                | (file.u8(at + 1) & 0x7F) << 14
                | (file.u8(at + 2) & 0x7F) << 7
                | file.u8(at + 3) & 0x7F;
    }
}
