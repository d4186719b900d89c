package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaKind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores in files that are a row of segments or chunks. */
final class BlockCarriers {
    /** {@code JP}, instance number and sequence number in front of each portion of a box. */
    private static final int PORTION_HEAD = 8;

    private static final int BOX_HEAD = 8;

    private BlockCarriers() {}

    // --- JPEG: APP11 segments, joined by instance and sequence number --------------------------

    static Optional<Embedded> jpeg(ByteView file) {
        Map<Integer, List<Block>> boxes = new LinkedHashMap<>();
        Container.of(file, MediaKind.JPEG)
                .blocks("APP11")
                .filter(b -> b.dataLength() > PORTION_HEAD + BOX_HEAD)
                .filter(b -> file.has(b.dataOffset(), "JP"))
                .filter(b -> file.has(b.dataOffset() + PORTION_HEAD + 4, "jumb"))
                .forEach(
                        b ->
                                boxes.computeIfAbsent(
                                                file.u16(b.dataOffset() + 2),
                                                instance -> new ArrayList<>())
                                        .add(b));
        List<Embedded> stores = new ArrayList<>();
        for (List<Block> portions : boxes.values()) {
            portions.sort(Comparator.comparingLong(b -> file.u32(b.dataOffset() + 4)));
            if (isStore(file, portions.get(0).dataOffset() + PORTION_HEAD)) {
                stores.add(joined(file, portions));
            }
        }
        return only(stores);
    }

    private static Embedded joined(ByteView file, List<Block> portions) {
        ByteArrayOutputStream store = new ByteArrayOutputStream();
        List<Span> places = new ArrayList<>();
        for (Block portion : portions) {
            int head = PORTION_HEAD + (places.isEmpty() ? 0 : BOX_HEAD);
            store.writeBytes(file.copy(portion.dataOffset() + head, portion.dataLength() - head));
            places.add(new Span(portion.offset(), portion.dataEnd()));
        }
        return new Embedded(Carrier.JPEG, store.toByteArray(), places);
    }

    // --- PNG and RIFF: one chunk ---------------------------------------------------------------

    static Optional<Embedded> png(ByteView file) {
        return only(
                Container.of(file, MediaKind.PNG)
                        .blocks("caBX")
                        .map(chunk -> chunk(file, chunk, Carrier.PNG, 4))
                        .toList());
    }

    /** WebP, WAV and AVI have the same outer form. */
    static Optional<Embedded> riff(ByteView file) {
        return only(
                Container.of(file, MediaKind.WEBP)
                        .blocks("C2PA")
                        .map(chunk -> chunk(file, chunk, Carrier.RIFF, chunk.dataLength() & 1))
                        .toList());
    }

    private static Embedded chunk(ByteView file, Block chunk, Carrier carrier, int tail) {
        int end = Math.min(chunk.dataEnd() + tail, file.length());
        return new Embedded(
                carrier,
                file.copy(chunk.dataOffset(), chunk.dataLength()),
                List.of(new Span(chunk.offset(), end)));
    }

    /** True when the box at this place is a superbox labelled {@code c2pa}. */
    static boolean isStore(ByteView file, int at) {
        return file.has(at + 4, "jumb") && file.has(at + 12, "jumd") && file.has(at + 33, "c2pa\0");
    }

    static Optional<Embedded> only(List<Embedded> stores) {
        if (stores.size() > 1) {
            throw Unreadable.damaged("more than one manifest store");
        }
        return stores.stream().findFirst();
    }
}
