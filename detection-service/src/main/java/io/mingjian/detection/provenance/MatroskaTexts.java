package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.charset.StandardCharsets;

/** Simple tags of a Matroska or WebM file; a value belongs to the name before it. */
final class MatroskaTexts {
    private final ByteView file;
    private final CarrierSink sink;
    private String name = "";

    MatroskaTexts(MediaFile file, CarrierSink sink) {
        this.file = file.bytes();
        this.sink = sink;
    }

    void read(Block block) {
        switch (block.type()) {
            case "SimpleTag" -> name = "";
            case "TagName" ->
                    name =
                            file.text(
                                    block.dataOffset(),
                                    Math.min(block.dataLength(), 256),
                                    StandardCharsets.UTF_8);
            case "TagString" ->
                    sink.plain(Place.MATROSKA_TAG, name, block.dataOffset(), block.dataLength());
            default -> {}
        }
    }
}
