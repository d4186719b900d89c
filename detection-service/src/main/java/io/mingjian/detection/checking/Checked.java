package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.Indication;
import io.mingjian.detection.analysis.PanelReport.Note;
import io.mingjian.detection.analysis.Sighting;
import java.nio.file.Path;
import java.util.List;

/**
 * One file with its whole indication.
 *
 * @param bytes its size; -1 when unknown
 * @param sha256 of the whole file; empty when it could not be read
 * @param kind type by content; {@code UNKNOWN} for one that is not read
 * @param matches other given files with the same picture, the closest first
 */
record Checked(
        Path path,
        long bytes,
        String sha256,
        String kind,
        Indication indication,
        List<Match> matches) {

    /** Another given file with the same picture. */
    record Match(Path path, Sighting sighting) {}

    /** Whether every step came to an end. */
    boolean isConclusive() {
        return indication.notes().stream().noneMatch(n -> n.kind() == Note.Kind.COULD_NOT_READ);
    }
}
