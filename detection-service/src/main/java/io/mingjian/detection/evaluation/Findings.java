package io.mingjian.detection.evaluation;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.media.EvidencePicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an analyzer finds, asked once a picture however many of its numbers are measured; the first
 * of them bears the cost.
 */
final class Findings {
    private final Analyzer analyzer;
    private @Nullable EvidencePicture last;
    private List<Finding> found = List.of();

    Findings(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    @SuppressWarnings("ReferenceEquality") // the very same picture, not an equal one
    List<Finding> in(EvidencePicture picture) {
        if (picture != last) {
            found = analyzer.analyze(picture);
            last = picture;
        }
        return found;
    }
}
