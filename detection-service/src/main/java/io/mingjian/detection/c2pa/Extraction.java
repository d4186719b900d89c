package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.MediaFile;
import java.util.Optional;

/** Finds the manifest store in a file. */
final class Extraction {
    private Extraction() {}

    static Optional<Embedded> of(MediaFile file) {
        Optional<Embedded> found =
                switch (file.kind()) {
                    case JPEG -> BlockCarriers.jpeg(file);
                    case PNG -> BlockCarriers.png(file);
                    case WEBP, WAV, AVI -> BlockCarriers.riff(file);
                    case GIF -> BlockCarriers.gif(file);
                    case HEIF, AVIF, MP4 -> BmffCarrier.find(file);
                    case TIFF -> TiffCarrier.find(file);
                    case MP3, FLAC -> Id3Carrier.find(file);
                    case PDF -> PdfCarrier.find(file);
                    case OOXML -> ZipCarrier.find(file);
                    case SVG -> SvgCarrier.find(file);
                    case MATROSKA, FLV, OGG, BMP, TEXT -> Optional.empty();
                };
        found.filter(embedded -> embedded.store().length > Limits.STORE_BYTES)
                .ifPresent(
                        embedded -> {
                            throw Unreadable.limit("manifest store too long");
                        });
        return found;
    }
}
