package io.mingjian.detection.analysis;

import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.reuse.ReusePrint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The prints of a film: of those of its pictures that do not look like one before. */
final class FilmPrints {
    private FilmPrints() {}

    /** In the order of the film; empty when all of it is too plain to be told from others. */
    static List<Shown> of(EvidenceFilm.Frames.Shown film) {
        List<Shown> kept = new ArrayList<>();
        for (int i = 0; i < film.pictures().size(); i++) {
            double second = Math.round(10 * i * film.secondsApart()) / 10.0;
            print(film.pictures().get(i), kept)
                    .ifPresent(print -> kept.add(Shown.ofFilm(second, print)));
        }
        return List.copyOf(kept);
    }

    private static Optional<ReusePrint> print(Pixels picture, List<Shown> kept) {
        return ReusePrint.of(picture)
                .filter(print -> kept.stream().noneMatch(k -> k.print().looksLike(print)));
    }
}
