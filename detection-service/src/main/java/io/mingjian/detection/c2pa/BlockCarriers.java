package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores in files that are a row of segments, chunks or extensions. */
final class BlockCarriers {
    /** {@code JP}, instance number and sequence number in front of each portion of a box. */
    private static final int PORTION_HEAD = 8;

    private static final int BOX_HEAD = 8;
    private static final String GIF_EXTENSION = "C2PA_GIF\1\0\0";

    private BlockCarriers() {}

    // --- JPEG: APP11 segments, joined by instance and sequence number --------------------------

    static Optional<Embedded> jpeg(MediaFile media) {
        ByteView file = media.bytes();
        Map<Integer, List<Block>> boxes = new LinkedHashMap<>();
        media.container()
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

    static Optional<Embedded> png(MediaFile media) {
        return only(
                media.container()
                        .blocks("caBX")
                        .map(chunk -> chunk(media.bytes(), chunk, Carrier.PNG, 4))
                        .toList());
    }

    /** WebP, WAV and AVI have the same outer form. */
    static Optional<Embedded> riff(MediaFile media) {
        return only(
                media.container()
                        .blocks("C2PA")
                        .map(b -> chunk(media.bytes(), b, Carrier.RIFF, b.dataLength() & 1))
                        .toList());
    }

    private static Embedded chunk(ByteView file, Block chunk, Carrier carrier, int tail) {
        int end = Math.min(chunk.dataEnd() + tail, file.length());
        return new Embedded(
                carrier,
                file.copy(chunk.dataOffset(), chunk.dataLength()),
                List.of(new Span(chunk.offset(), end)));
    }

    // --- GIF: one application extension, cut into portions of up to 255 bytes ------------------

    static Optional<Embedded> gif(MediaFile media) {
        return only(
                media.container()
                        .blocks(GIF_EXTENSION)
                        .map(extension -> joined(media.bytes(), extension))
                        .toList());
    }

    private static Embedded joined(ByteView file, Block extension) {
        ByteArrayOutputStream store = new ByteArrayOutputStream(extension.dataLength());
        for (int at = extension.dataOffset(); at < extension.dataEnd(); at += 1 + file.u8(at)) {
            store.writeBytes(file.copy(at + 1, file.u8(at)));
        }
        Span place = new Span(extension.offset(), extension.dataEnd() + 1);
        return new Embedded(Carrier.GIF, store.toByteArray(), List.of(place));
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
