package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.provenance.Carrier.Place;

/** Chunks of WebP, WAV and AVI files that hold text. */
final class RiffTexts {
    private final MediaFile file;
    private final CarrierSink sink;

    RiffTexts(MediaFile file, CarrierSink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(Block block) {
        int at = block.dataOffset();
        int length = block.dataLength();
        switch (block.type()) {
            case "XMP " -> sink.packet(xmpPlace(), at, length);
            case "_PMX" -> sink.packet(Place.RIFF_XMP, at, length);
            case "AIGC" -> sink.plain(Place.RIFF_CHUNK, "AIGC", at, unpadded(at, length));
            case "id3 ", "ID3 " -> new Id3Texts(file.bytes(), sink).read(at, length);
            default -> {
                if (block.type().startsWith("INFO/")) {
                    String name = block.type().substring(5);
                    sink.plain(Place.RIFF_INFO, name, at, unpadded(at, length));
                }
            }
        }
    }

    private Place xmpPlace() {
        return file.kind() == MediaKind.WEBP ? Place.WEBP_XMP : Place.RIFF_XMP;
    }

    /** Texts in lists end with a zero that is no part of them. */
    private int unpadded(int at, int length) {
        int end = length;
        while (end > 0 && file.bytes().u8(at + end - 1) == 0) {
            end--;
        }
        return end;
    }
}
