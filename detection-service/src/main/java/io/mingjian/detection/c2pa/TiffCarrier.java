package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store in a field of a TIFF or DNG file. */
final class TiffCarrier {
    private static final int FIELD = 0xCD41;
    private static final int ENTRY = 12;

    private final ByteView file;
    private final boolean little;

    private TiffCarrier(ByteView file) {
        this.file = file;
        this.little = file.has(0, "II");
    }

    static Optional<Embedded> find(ByteView file) {
        return BlockCarriers.only(new TiffCarrier(file).stores());
    }

    private List<Embedded> stores() {
        List<Embedded> stores = new ArrayList<>();
        int directories = 0;
        for (long at = number(4); at != 0; ) {
            if (++directories > Limits.DIRECTORIES) {
                throw Unreadable.limit("too many TIFF directories");
            }
            int directory = inFile(at);
            int entries = little ? file.u16le(directory) : file.u16(directory);
            for (int entry = 0; entry < entries; entry++) {
                field(directory + 2 + entry * ENTRY).ifPresent(stores::add);
            }
            at = number(directory + 2 + entries * ENTRY);
        }
        return stores;
    }

    private Optional<Embedded> field(int entry) {
        int tag = little ? file.u16le(entry) : file.u16(entry);
        if (tag != FIELD) {
            return Optional.empty();
        }
        int length = inFile(number(entry + 4));
        int from = inFile(number(entry + 8));
        return Optional.of(
                new Embedded(
                        Carrier.TIFF,
                        file.copy(from, length),
                        List.of(new Span(from, from + length))));
    }

    private long number(int at) {
        return little ? file.u32le(at) : file.u32(at);
    }

    private int inFile(long offset) {
        if (offset > file.length()) {
            throw Unreadable.damaged("TIFF offset outside the file");
        }
        return (int) offset;
    }
}
