package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store in an application extension of a GIF file, cut into portions of up to 255 bytes. */
final class GifCarrier {
    private static final int EXTENSION = 0x21;
    private static final int APPLICATION = 0xFF;
    private static final int PICTURE = 0x2C;
    private static final String NAME = "\u000bC2PA_GIF\u0001\0\0";

    private final ByteView file;
    private int at;
    private int blocks;

    private GifCarrier(ByteView file) {
        this.file = file;
    }

    static Optional<Embedded> find(ByteView file) {
        return BlockCarriers.only(new GifCarrier(file).stores());
    }

    private List<Embedded> stores() {
        List<Embedded> stores = new ArrayList<>();
        at = 13 + colours(file.u8(10));
        while (at < file.length()) {
            int start = at;
            int kind = file.u8(at);
            if (kind == EXTENSION) {
                boolean store = file.u8(at + 1) == APPLICATION && file.has(at + 2, NAME);
                at += store ? 2 + NAME.length() : 2;
                byte[] data = portions(store);
                if (store) {
                    stores.add(new Embedded(Carrier.GIF, data, List.of(new Span(start, at))));
                }
            } else if (kind == PICTURE) {
                at += 11 + colours(file.u8(at + 9));
                portions(false);
            } else {
                return stores;
            }
        }
        return stores;
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Moves behind the portions; their bytes joined when they are wanted. */
    private byte[] portions(boolean wanted) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int size = file.u8(at); size > 0; size = file.u8(at)) {
            if (++blocks > file.length() / 2) {
                throw Unreadable.limit("too many GIF portions");
            }
            if (wanted) {
                joined.writeBytes(file.copy(at + 1, size));
            }
            at += 1 + size;
        }
        at++;
        return joined.toByteArray();
    }
}
