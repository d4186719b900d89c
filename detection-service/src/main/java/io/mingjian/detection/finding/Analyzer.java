package io.mingjian.detection.finding;

import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import java.util.List;
import java.util.Set;

/**
 * Looks at one picture and reports what it holds.
 *
 * <p>Promises of every implementation: pure, blocking, thread-safe, no clock and no network; the
 * same bytes always give equal findings; a damaged or hostile picture gives a {@link CouldNotRead},
 * never an exception; the bytes are not changed; the list about a picture is never empty.
 */
public interface Analyzer {
    AnalyzerId id();

    /** Kinds of file this analyzer can read; for others it answers {@link NotApplicable}. */
    Set<MediaKind> reads();

    List<Finding> analyze(EvidencePicture picture);

    /** Looks at a film; empty from those who know pictures only. The same promises hold. */
    default List<Finding> watch(EvidenceFilm film) {
        return List.of();
    }
}
