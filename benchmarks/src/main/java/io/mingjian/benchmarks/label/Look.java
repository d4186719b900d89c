package io.mingjian.benchmarks.label;

import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.visiblelabel.VisibleLabel;
import java.util.Optional;

/** The reader as the service uses it. */
public final class Look implements AutoCloseable {
    private final VisibleLabel reader = new VisibleLabel();

    public static boolean isTaken(byte[] file) {
        return EvidencePicture.open(file) instanceof Intake.Accepted;
    }

    /** Throws for a file that is not taken, because the figures must not count it. */
    public static EvidencePicture opened(byte[] file) {
        Intake intake = EvidencePicture.open(file);
        if (intake instanceof Intake.Accepted accepted) {
            return accepted.picture();
        }
        throw new IllegalArgumentException(((Intake.Refused) intake).zhDetail());
    }

    public Optional<Found> at(EvidencePicture picture) {
        return reader.analyze(picture).stream()
                .filter(Found.class::isInstance)
                .map(Found.class::cast)
                .findFirst();
    }

    public Optional<Found> at(byte[] file) {
        return at(opened(file));
    }

    /** What would move an indication. */
    public Optional<Found> counting(byte[] file) {
        return at(file).filter(found -> !found.code().equals("LABEL_WORDS_IN_TEXT"));
    }

    @Override
    public void close() {
        reader.close();
    }
}
