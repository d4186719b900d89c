package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * All texts of a file and all places that could not be read, in file order. Pixels and sound are
 * stepped over by their length.
 *
 * @param texts what was read
 * @param unread what was not
 */
record Carriers(List<Carrier> texts, List<Unread> unread) {
    Carriers {
        texts = List.copyOf(texts);
        unread = List.copyOf(unread);
    }

    static Carriers of(EvidencePicture picture) {
        return of(picture.mediaFile());
    }

    static Carriers of(MediaFile file) {
        return file.once(Carriers.class, Carriers::read);
    }

    private static Carriers read(MediaFile file) {
        CarrierSink sink = new CarrierSink(file.bytes());
        try {
            switch (file.kind()) {
                case JPEG -> JpegTexts.read(file, sink);
                case PNG -> eachBlock(file, sink, new PngTexts(file, sink)::read);
                case WEBP, WAV, AVI -> eachBlock(file, sink, new RiffTexts(file, sink)::read);
                case GIF -> eachBlock(file, sink, new GifTexts(file, sink)::read);
                case HEIF, AVIF, MP4 -> eachBlock(file, sink, new BoxTexts(file, sink)::read);
                case MATROSKA -> eachBlock(file, sink, new MatroskaTexts(file, sink)::read);
                case FLV -> eachBlock(file, sink, new FlvTexts(file, sink)::read);
                case MP3, FLAC, OGG -> AudioTexts.read(file, sink);
                case OOXML -> eachBlock(file, sink, new OoxmlTexts(file, sink)::read);
                case PDF -> PdfTexts.read(file, sink);
                case TEXT -> FrontMatter.read(file, sink);
                // Its elements are looked at as a packet is; scripts and references are not.
                case SVG -> sink.packet(Place.SVG_XMP, 0, file.bytes().length());
                case BMP -> {}
                // All its texts lie in the fields that are read next.
                case TIFF -> {}
            }
        } catch (BrokenBytes e) {
            sink.unread("DAMAGED", file.kind().name(), e.offset(), 0);
        }
        ExifTexts.read(file, sink);
        file.container().damage().ifPresent(d -> sink.unread(d.code(), "CONTAINER", d.offset(), 0));
        return sink.all();
    }

    /** Reads one block. */
    private interface BlockReader {
        void read(Block block);
    }

    /** A damaged block costs itself and not its neighbours. */
    private static void eachBlock(MediaFile file, CarrierSink sink, BlockReader reader) {
        for (Block block : file.container().blocks()) {
            try {
                reader.read(block);
            } catch (BrokenBytes e) {
                sink.unread("DAMAGED", block.type(), block.offset(), block.dataLength());
            }
        }
    }

    /** An XMP packet that could be parsed, and where it lies. */
    record Packet(Carrier carrier, Xmp xmp) {}

    List<Packet> packets() {
        List<Packet> packets = new ArrayList<>();
        for (Carrier carrier : texts) {
            if (carrier.isXmp() && Xmp.read(carrier.text()) instanceof Xmp.Reading.Read read) {
                packets.add(new Packet(carrier, read.xmp()));
            }
        }
        return packets;
    }

    /** Texts of one place and keyword. */
    List<Carrier> named(String keyword) {
        return texts.stream().filter(c -> !c.isXmp() && c.isNamed(keyword)).toList();
    }
}
