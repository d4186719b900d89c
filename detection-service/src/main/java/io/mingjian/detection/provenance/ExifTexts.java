package io.mingjian.detection.provenance;

import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.provenance.Carrier.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text fields of the EXIF block, and of TIFF files, which are nothing but such fields. */
final class ExifTexts {
    private final MediaFile file;
    private final CarrierSink sink;

    private ExifTexts(MediaFile file, CarrierSink sink) {
        this.file = file;
        this.sink = sink;
    }

    static void read(MediaFile file, CarrierSink sink) {
        Optional<ExifFields> exif = file.exif();
        ExifTexts texts = new ExifTexts(file, sink);
        for (ExifFields.Field field : exif.map(ExifFields::fields).orElse(List.of())) {
            try {
                texts.field(field);
            } catch (BrokenBytes e) {
                sink.unread("DAMAGED", "EXIF", field.offset(), field.length());
            }
        }
        boolean brokenOff = exif.filter(fields -> !fields.complete()).isPresent();
        if (brokenOff && file.kind() == MediaKind.TIFF) {
            sink.unread("DAMAGED", "TIFF", 0, 0);
        }
    }

    private void field(ExifFields.Field field) {
        if (!field.isOfMainPicture() || field.length() == 0) {
            return;
        }
        if (field.tag() == ExifFields.XMP) {
            sink.packet(Place.TIFF_XMP, field.offset(), field.length());
            return;
        }
        boolean comment = field.tag() == ExifFields.USER_COMMENT;
        boolean text = field.type() == 2 || field.tag() == ExifFields.IMAGE_DESCRIPTION;
        boolean wanted = comment || text;
        if (!wanted || !sink.affords("EXIF", field.offset(), field.length())) {
            return;
        }
        List<String> deviations = new ArrayList<>();
        String value =
                comment
                        ? UserComment.text(file.bytes(), field, deviations)
                        : field.text(file.bytes());
        sink.text(
                Place.EXIF,
                ExifNames.of(field.tag()),
                field.offset(),
                field.length(),
                value,
                deviations.toArray(String[]::new));
    }
}
