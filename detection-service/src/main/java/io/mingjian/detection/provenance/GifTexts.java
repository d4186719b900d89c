package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.io.ByteArrayOutputStream;

/** XMP and comments of a GIF file. */
final class GifTexts {
    /** The packet is followed by 01 FF FE … 01 00, which leads any reader of sub-blocks out. */
    private static final int TRAILER = 257;

    private final ByteView file;
    private final CarrierSink sink;

    GifTexts(MediaFile file, CarrierSink sink) {
        this.file = file.bytes();
        this.sink = sink;
    }

    void read(Block block) {
        if (block.type().equals("XMP DataXMP")) {
            xmp(block);
        } else if (block.type().equals("COMMENT")) {
            inSubBlocks(block, false);
        }
    }

    private void xmp(Block block) {
        int trailer = block.dataEnd() - TRAILER;
        boolean raw =
                trailer >= block.dataOffset()
                        && file.u8(trailer) == 1
                        && file.u8(trailer + 1) == 0xFF;
        if (raw) {
            sink.packet(Place.GIF_XMP, block.dataOffset(), trailer - block.dataOffset());
        } else {
            inSubBlocks(block, true);
        }
    }

    private void inSubBlocks(Block block, boolean xmp) {
        int start = block.dataOffset();
        int length = block.dataLength();
        if (!sink.affords(block.type(), block.offset(), length)) {
            return;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int at = start; at < block.dataEnd(); at += 1 + file.u8(at)) {
            joined.writeBytes(file.copy(at + 1, file.u8(at)));
        }
        String text = CarrierSink.decoded(joined.toByteArray());
        if (xmp) {
            sink.packet(Place.GIF_XMP, "XMP", start, length, text, "XMP_IN_SUB_BLOCKS");
        } else {
            sink.text(Place.GIF_COMMENT, "COMMENT", start, length, text);
        }
    }
}
