package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import java.util.Optional;

/** Finds the manifest store in a file, whose kind is told by its first bytes. */
final class Extraction {
    private Extraction() {}

    static Optional<Carrier> carrier(ByteView file) {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(Carrier.JPEG);
        }
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(Carrier.PNG);
        }
        if (file.has(0, "RIFF")) {
            return Optional.of(Carrier.RIFF);
        }
        if (file.has(4, "ftyp")) {
            return Optional.of(Carrier.BMFF);
        }
        if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
            return Optional.of(Carrier.TIFF);
        }
        if (file.has(0, "%PDF-")) {
            return Optional.of(Carrier.PDF);
        }
        if (file.has(0, "GIF8")) {
            return Optional.of(Carrier.GIF);
        }
        if (file.has(0, "ID3")) {
            return Optional.of(Carrier.MP3);
        }
        return Optional.empty();
    }

    static Optional<Embedded> of(ByteView file, Carrier carrier) {
        Optional<Embedded> found =
                switch (carrier) {
                    case JPEG -> BlockCarriers.jpeg(file);
                    case PNG -> BlockCarriers.png(file);
                    case RIFF -> BlockCarriers.riff(file);
                    case BMFF -> BmffCarrier.find(file);
                    case TIFF -> TiffCarrier.find(file);
                    case PDF -> PdfCarrier.find(file);
                    case GIF -> GifCarrier.find(file);
                    case MP3 -> Id3Carrier.find(file);
                };
        found.filter(embedded -> embedded.store().length > Limits.STORE_BYTES)
                .ifPresent(
                        embedded -> {
                            throw Unreadable.limit("manifest store too long");
                        });
        return found;
    }
}
