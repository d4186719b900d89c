package io.mingjian.detection.quantisation;

import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.Optional;

/**
 * How a JPEG file was compressed, for rooms that only need to sort files by it.
 *
 * @param family name of the family of its tables, {@code UNKNOWN} where none is known
 * @param progressive written in several scans
 */
public record JpegCoding(String family, boolean progressive) {
    /** Empty for files of another kind and for those whose tables cannot be read. */
    public static Optional<JpegCoding> of(MediaFile file) {
        if (file.kind() != MediaKind.JPEG) {
            return Optional.empty();
        }
        try {
            return StoredTables.of(file.bytes(), file.container())
                    .map(
                            tables ->
                                    new JpegCoding(
                                            Origin.of(tables).family().name(),
                                            tables.frame().coding().equals("SOF2")));
        } catch (BrokenBytes e) {
            return Optional.empty();
        }
    }

    /** Tables of the web's compressor mozjpeg, which cameras are not known to use. */
    public boolean isMozjpeg() {
        return family.equals(Family.MOZJPEG.name());
    }

    /** Tables that only programs are known to write. */
    public boolean isOfProgram() {
        return Family.valueOf(family).isOfPrograms();
    }
}
