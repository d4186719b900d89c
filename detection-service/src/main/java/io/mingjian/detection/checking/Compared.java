package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.FilePrints.Gap;
import io.mingjian.detection.analysis.Spots;
import io.mingjian.detection.reuse.ReuseMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file that was looked for among the others.
 *
 * @param sha256 of the whole file; empty when it could not be read
 * @param pdq the PDQ hash of the first of its pictures; empty when there is none
 * @param gap why it, or some of its pictures, could not be compared; empty when all could
 * @param matches the same picture first, each kind with the nearest hashes first
 */
record Compared(Path path, String sha256, String pdq, Optional<Gap> gap, List<Match> matches) {

    /**
     * A file that was found.
     *
     * @param match empty for a file with the very same bytes
     * @param spots where in either of the two, if they are films or documents
     */
    record Match(Path path, Optional<ReuseMatch> match, Spots spots) {
        static Match copy(Path path) {
            return new Match(path, Optional.empty(), Spots.NONE);
        }

        boolean isSamePicture() {
            return match.map(m -> m.kind().isSamePicture()).orElse(true);
        }
    }

    /** A shared background is told and is no find. */
    boolean isFound() {
        return matches.stream().anyMatch(Match::isSamePicture);
    }

    /** Logos that were left out of a document are told; what could not be read leaves it open. */
    boolean isConclusive() {
        return gap.map(Compared::leavesNothingOpen).orElse(true) || isFound();
    }

    static boolean leavesNothingOpen(Gap gap) {
        return gap.inPart() && gap.byDesign();
    }
}
