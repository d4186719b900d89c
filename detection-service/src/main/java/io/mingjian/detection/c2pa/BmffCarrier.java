package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores in {@code uuid} boxes of ISO base media files. */
final class BmffCarrier {
    private static final String C2PA_UUID =
            "\u00d8\u00fe\u00c3\u00d6\u001b\u000e\u0048\u003c\u0092\u0097\u0058\u0028\u0087\u007e"
                    + "\u00c4\u0081";
    private static final int MERKLE_OFFSET = 8;

    private BmffCarrier() {}

    static Optional<Embedded> find(MediaFile media) {
        ByteView file = media.bytes();
        List<Embedded> stores = new ArrayList<>();
        for (BmffBox box : BmffBox.of(file)) {
            Optional<Purpose> purpose = Purpose.of(file, box);
            if (purpose.filter(p -> p.isStore()).isPresent()) {
                int from = purpose.get().data + MERKLE_OFFSET;
                byte[] store = file.copy(from, Math.max(0, box.end() - from));
                stores.add(new Embedded(Carrier.BMFF, withoutPadding(store), List.of(box.span())));
            }
        }
        return BlockCarriers.only(stores);
    }

    /** Proofs of hash trees, in file order. */
    static List<Cbor> proofs(ByteView file, List<BmffBox> boxes) {
        List<Cbor> proofs = new ArrayList<>();
        for (BmffBox box : boxes) {
            Purpose.of(file, box)
                    .filter(purpose -> purpose.name.equals("merkle"))
                    .map(purpose -> file.copy(purpose.data, box.end() - purpose.data))
                    .ifPresent(bytes -> proofs.add(Cbor.readFirst(bytes)));
        }
        return proofs;
    }

    /** Zeros may stand behind the store, kept for growth. */
    private static byte[] withoutPadding(byte[] bytes) {
        ByteView view = ByteView.of(bytes);
        long size = bytes.length < 8 ? 0 : view.u32(0);
        return size >= 8 && size < bytes.length ? view.copy(0, (int) size) : bytes;
    }

    /** What a C2PA box is for, and where the data behind that word starts. */
    private record Purpose(String name, int data) {
        private boolean isStore() {
            return name.equals("manifest") || name.equals("original") || name.equals("update");
        }

        private static Optional<Purpose> of(ByteView file, BmffBox box) {
            int word = box.content() + C2PA_UUID.length() + 4;
            if (!box.type().equals("uuid")
                    || word >= box.end()
                    || !file.has(box.content(), C2PA_UUID)) {
                return Optional.empty();
            }
            int end = file.indexOf(0, word, Math.min(word + 32, box.end()));
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new Purpose(file.latin1(word, end - word), end + 1));
        }
    }
}
