package io.mingjian.detection.finding;

import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what a file says about itself. Needs no pixels and therefore reads films, sound and
 * documents as well as pictures; the promises of {@link Analyzer} hold for all of them.
 */
public interface LabelReader extends Analyzer {
    List<Finding> read(MediaFile file);

    @Override
    default Set<MediaKind> reads() {
        return EnumSet.allOf(MediaKind.class);
    }

    @Override
    default List<Finding> analyze(EvidencePicture picture) {
        return read(picture.mediaFile());
    }

    @Override
    default List<Finding> watch(EvidenceFilm film) {
        return read(film.mediaFile());
    }
}
