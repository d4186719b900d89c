package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.ArrayList;
import java.util.List;

/** All small pictures that a file carries, in the order EXIF, JFIF, MPF, Photoshop. */
final class Previews {
    /** Most small pictures looked at in one file. */
    static final int MOST = 8;

    /** Most bytes of one. */
    static final int BYTES = 2 << 20;

    /** Most pixels of one; the largest in use have two million. */
    static final int PIXELS = 4 << 20;

    private Previews() {}

    static List<Preview> of(MediaFile file) {
        List<Preview> all = new ArrayList<>(ExifPreview.of(file));
        if (file.kind() == MediaKind.JPEG) {
            all.addAll(JfifPreviews.of(file));
            all.addAll(MpfPreviews.of(file));
            all.addAll(PhotoshopPreviews.of(file));
        }
        return all.stream().limit(MOST).toList();
    }
}
