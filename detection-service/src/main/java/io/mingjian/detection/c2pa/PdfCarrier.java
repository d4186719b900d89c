package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The store in an embedded file of a PDF document. Objects are found by looking for the store's own
 * first bytes behind the word {@code stream}: that needs no cross-reference table, which a damaged
 * or incrementally saved document need not have in order. A store inside a compressed stream is
 * told as unsupported.
 */
final class PdfCarrier {
    private static final String RELATION = "/C2PA_Manifest";

    private PdfCarrier() {}

    static Optional<Embedded> find(MediaFile media) {
        ByteView file = media.bytes();
        if (file.indexOf(RELATION, 0, file.length()) < 0) {
            return Optional.empty();
        }
        List<Embedded> stores = new ArrayList<>();
        int at = file.indexOf("stream", 0, file.length());
        while (at >= 0) {
            int data = lineEnd(file, at + "stream".length());
            if (BlockCarriers.isStore(file, data)) {
                long length = file.u32(data);
                if (length > file.length() - data) {
                    throw Unreadable.damaged("store longer than the file");
                }
                Span place = new Span(data, data + (int) length);
                byte[] store = file.copy(data, (int) length);
                stores.add(new Embedded(Carrier.PDF, store, List.of(place)));
            }
            at = file.indexOf("stream", at + 1, file.length());
        }
        if (stores.isEmpty()) {
            throw Unreadable.unsupported("manifest store inside a compressed stream");
        }
        // Every save appends; the last store speaks for the document.
        return Optional.of(stores.get(stores.size() - 1));
    }

    private static int lineEnd(ByteView file, int at) {
        if (file.has(at, "\r\n")) {
            return at + 2;
        }
        return file.has(at, "\n") || file.has(at, "\r") ? at + 1 : at;
    }
}
