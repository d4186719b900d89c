package io.mingjian.detection.analysis;

import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.reuse.ReusePrint;
import java.util.List;

/** By what a film is found again, for those who compare files without a service. */
public final class FilePrints {
    private FilePrints() {}

    /** The same prints as the service keeps; none where it cannot be read or is all too plain. */
    public static List<ReusePrint> of(EvidenceFilm film) {
        return film.frames() instanceof EvidenceFilm.Frames.Shown shown
                ? FilmPrints.of(shown).stream().map(Shown::print).toList()
                : List.of();
    }
}
