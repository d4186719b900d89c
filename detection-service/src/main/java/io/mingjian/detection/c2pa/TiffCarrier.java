package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import java.util.List;
import java.util.Optional;

/** The store in a field of a TIFF or DNG file. */
final class TiffCarrier {
    private static final int TAG = 0xCD41;

    private TiffCarrier() {}

    static Optional<Embedded> find(MediaFile media) {
        ExifFields fields = media.exif().orElseThrow();
        List<Embedded> stores =
                fields.fields().stream()
                        .filter(field -> field.tag() == TAG)
                        .map(field -> store(media.bytes(), field))
                        .toList();
        if (stores.isEmpty() && !fields.complete()) {
            throw Unreadable.damaged("TIFF directories break off");
        }
        return BlockCarriers.only(stores);
    }

    private static Embedded store(ByteView file, ExifFields.Field field) {
        int end = field.offset() + field.length();
        return new Embedded(
                Carrier.TIFF,
                file.copy(field.offset(), field.length()),
                List.of(new Span(field.offset(), end)));
    }
}
