package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.Optional;

/** Note of an AI edit behind the end mark: {@code PEg_Info{… "genAIType" …}} in a SEF trailer. */
final class SamsungEdit {
    private static final int LOOK = 1 << 20;

    private SamsungEdit() {}

    /** Offset of the note. */
    static Optional<Integer> in(MediaFile media) {
        ByteView file = media.bytes();
        int from = Math.max(media.container().end(), file.length() - LOOK);
        int note = file.indexOf("PEg_Info{", from, file.length());
        if (note < 0 || file.indexOf("genAIType", note, note + 8192) < 0) {
            return Optional.empty();
        }
        return Optional.of(note);
    }
}
