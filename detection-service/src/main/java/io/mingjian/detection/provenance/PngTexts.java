package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text chunks of a PNG file (ISO/IEC 15948), inflated within limits. */
final class PngTexts {
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

    private final ByteView file;
    private final CarrierSink sink;
    private final int pixels;

    PngTexts(MediaFile file, CarrierSink sink) {
        this.file = file.bytes();
        this.sink = sink;
        this.pixels = file.container().first("IDAT").map(Block::offset).orElse(Integer.MAX_VALUE);
    }

    void read(Block block) {
        boolean text =
                switch (block.type()) {
                    case "iTXt", "tEXt", "zTXt" -> true;
                    default -> false;
                };
        if (!text || !sink.affords(block.type(), block.offset(), block.dataLength())) {
            return;
        }
        int split = file.indexOf(0, block.dataOffset(), block.dataEnd());
        if (split < 0) {
            damaged(block);
            return;
        }
        String keyword = file.latin1(block.dataOffset(), split - block.dataOffset());
        switch (block.type()) {
            case "iTXt" -> international(block, keyword, split + 1);
            case "zTXt" -> inflated(block, keyword, Place.PNG_ZTXT, split + 2);
            default -> plain(block, keyword, Place.PNG_TEXT, split + 1);
        }
    }

    private void damaged(Block block) {
        sink.unread("DAMAGED", block.type(), block.offset(), block.dataLength());
    }

    private void international(Block block, String keyword, int at) {
        int flag = file.u8(at);
        int language = file.indexOf(0, at + 2, block.dataEnd());
        int translated = language < 0 ? -1 : file.indexOf(0, language + 1, block.dataEnd());
        if (translated < 0 || flag > 1) {
            damaged(block);
        } else if (flag == 1) {
            inflated(block, keyword, Place.PNG_ITXT, translated + 1);
        } else {
            plain(block, keyword, Place.PNG_ITXT, translated + 1);
        }
    }

    private void plain(Block block, String keyword, Place place, int at) {
        int length = Math.max(0, block.dataEnd() - at);
        add(block, keyword, place, at, length, CarrierSink.decoded(file.copy(at, length)));
    }

    private void inflated(Block block, String keyword, Place place, int at) {
        int length = Math.max(0, block.dataEnd() - at);
        Inflation inflation = Inflation.of(file.copy(at, length));
        if (inflation instanceof Inflation.Whole whole) {
            add(block, keyword, place, at, length, CarrierSink.decoded(whole.bytes()));
        } else if (inflation instanceof Inflation.Failed failed) {
            sink.unread(failed.code(), block.type(), block.offset(), length);
        }
    }

    private void add(Block block, String keyword, Place place, int at, int length, String text) {
        List<String> deviations = new ArrayList<>();
        boolean xmp = keyword.equals(XMP_KEYWORD);
        if (place != Place.PNG_ITXT && xmp) {
            deviations.add("XMP_IN_" + block.type().toUpperCase(Locale.ROOT));
        }
        if (pixels < block.offset()) {
            deviations.add("AFTER_PIXELS");
        }
        String[] how = deviations.toArray(String[]::new);
        if (xmp) {
            sink.packet(place, keyword, at, length, text, how);
        } else {
            sink.text(place, keyword, at, length, text, how);
        }
    }
}
