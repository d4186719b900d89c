package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.Header;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.provenance.CameraCheck.Answer;
import java.util.List;
import java.util.Optional;

/** Camera data against the file around them. */
final class FileChecks {
    private FileChecks() {}

    /** A picture that was turned has its sides exchanged. */
    static Answer size(CameraData data) {
        Optional<Long> width = data.number(ExifFields.WIDTH);
        Optional<Long> height = data.number(ExifFields.HEIGHT);
        Optional<Header> header = Header.of(data.media().bytes(), data.media().container());
        if (width.isEmpty() || height.isEmpty() || header.isEmpty()) {
            return Answer.ABSENT;
        }
        List<Long> recorded = List.of(width.get(), height.get());
        long across = header.get().width();
        long down = header.get().height();
        return Answer.agreesIf(
                recorded.equals(List.of(across, down)) || recorded.equals(List.of(down, across)),
                "记录为 %d×%d，画面为 %d×%d".formatted(width.get(), height.get(), across, down));
    }

    /** The camera standard asks for it; programs put their own segment in front. */
    static Answer exifFirst(CameraData data) {
        MediaFile media = data.media();
        List<Block> blocks = media.container().blocks();
        if (media.kind() != MediaKind.JPEG || blocks.isEmpty()) {
            return Answer.ABSENT;
        }
        Block first = blocks.get(0);
        boolean isExif = media.bytes().has(first.dataOffset(), "Exif\0");
        return Answer.notedUnless(isExif, "最前为 " + first.type() + " 段");
    }
}
