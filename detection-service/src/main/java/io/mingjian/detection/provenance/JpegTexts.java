package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** XMP packets, comments and segments of a JPEG file that may hold a label. */
final class JpegTexts {
    private static final String XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENDED_HEAD = "http://ns.adobe.com/xmp/extension/\0";

    /** Head, digest, total length and offset before each portion. */
    private static final int PORTION_HEAD = EXTENDED_HEAD.length() + 40;

    private final ByteView file;
    private final MediaFile media;
    private final CarrierSink sink;

    private JpegTexts(MediaFile media, CarrierSink sink) {
        this.media = media;
        this.file = media.bytes();
        this.sink = sink;
    }

    static void read(MediaFile media, CarrierSink sink) {
        JpegTexts texts = new JpegTexts(media, sink);
        for (Block block : media.container().blocks()) {
            try {
                texts.segment(block);
            } catch (BrokenBytes e) {
                sink.unread("DAMAGED", block.type(), block.offset(), block.dataLength());
            }
        }
        texts.extendedXmp();
    }

    private void segment(Block block) {
        if (block.type().equals("COM")) {
            blob(block, Place.JPEG_COMMENT);
        } else if (block.type().equals("APP1") && file.has(block.dataOffset(), XMP_HEAD)) {
            int head = XMP_HEAD.length();
            sink.packet(Place.JPEG_XMP, block.dataOffset() + head, block.dataLength() - head);
        } else if (isOtherSegment(block)) {
            blob(block, Place.JPEG_SEGMENT);
        }
    }

    /** Segments with a known binary meaning are no place for a label. */
    private boolean isOtherSegment(Block block) {
        if (!block.type().startsWith("APP")) {
            return false;
        }
        int at = block.dataOffset();
        return !file.has(at, "Exif\0")
                && !file.has(at, EXTENDED_HEAD)
                && !file.has(at, "ICC_PROFILE\0")
                && !file.has(at, "MPF\0")
                && !(block.type().equals("APP11") && file.has(at, "JP"))
                && file.indexOf("AIGC", at, block.dataEnd()) >= 0;
    }

    private void blob(Block block, Place place) {
        sink.plain(place, block.type(), block.dataOffset(), block.dataLength(), "BLOB_IN_SEGMENT");
    }

    /** Portions of an extended XMP packet, joined by their digest and offset. */
    private void extendedXmp() {
        Map<String, List<Block>> portions = new LinkedHashMap<>();
        media.container()
                .blocks("APP1")
                .filter(b -> file.has(b.dataOffset(), EXTENDED_HEAD))
                .filter(b -> b.dataLength() > PORTION_HEAD)
                .forEach(b -> portions.computeIfAbsent(digest(b), d -> new ArrayList<>()).add(b));
        portions.values().forEach(this::joined);
    }

    private String digest(Block block) {
        return file.latin1(block.dataOffset() + EXTENDED_HEAD.length(), 32);
    }

    private void joined(List<Block> portions) {
        Block first = portions.get(0);
        int total = portions.stream().mapToInt(b -> b.dataLength() - PORTION_HEAD).sum();
        if (!sink.affords(first.type(), first.offset(), total)) {
            return;
        }
        ByteBuffer joined = ByteBuffer.allocate(total);
        portions.stream()
                .sorted(Comparator.comparingLong(b -> file.u32(b.dataOffset() + PORTION_HEAD - 4)))
                .map(b -> file.copy(b.dataOffset() + PORTION_HEAD, b.dataLength() - PORTION_HEAD))
                .forEach(joined::put);
        byte[] bytes = joined.array();
        sink.add(
                new Carrier(
                        Place.JPEG_EXTENDED_XMP,
                        "XMP",
                        first.dataOffset() + PORTION_HEAD,
                        total,
                        ByteView.of(bytes).sha256(0, total),
                        CarrierSink.decoded(bytes),
                        true,
                        List.of("EXTENDED_XMP")));
    }
}
