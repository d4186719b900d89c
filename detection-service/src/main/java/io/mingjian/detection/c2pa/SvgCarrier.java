package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The store of a drawing, in Base64 between {@code <c2pa:manifest>} and its end. */
final class SvgCarrier {
    private static final String START = "<c2pa:manifest";
    private static final String END = "</c2pa:manifest";

    private SvgCarrier() {}

    static Optional<Embedded> find(MediaFile media) {
        ByteView file = media.bytes();
        List<Embedded> stores = new ArrayList<>();
        int at = file.indexOf(START, 0, file.length());
        while (at >= 0 && stores.size() < 2) {
            int from = file.indexOf('>', at, file.length()) + 1;
            int to = file.indexOf(END, at, file.length());
            if (from == 0 || to < from) {
                throw Unreadable.damaged("manifest element without an end");
            }
            stores.add(store(file, from, to));
            at = file.indexOf(START, to, file.length());
        }
        return BlockCarriers.only(stores);
    }

    private static Embedded store(ByteView file, int from, int to) {
        if (to - from > 2 * Limits.STORE_BYTES) {
            throw Unreadable.limit("manifest store too long");
        }
        try {
            byte[] store = Base64.getMimeDecoder().decode(file.copy(from, to - from));
            return new Embedded(Carrier.SVG, store, List.of(new Span(from, to)));
        } catch (IllegalArgumentException e) {
            throw Unreadable.damaged("manifest store that is no Base64");
        }
    }
}
