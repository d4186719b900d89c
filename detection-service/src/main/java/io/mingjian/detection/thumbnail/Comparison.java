package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.Orientation;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.thumbnail.Aligner.Guess;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a picture and a thumbnail relate. The thumbnail is tried as the picture was turned and as it
 * is stored; only if that does not fit, in the other turns, and then as a part or as more than the
 * picture.
 */
record Comparison(Relation relation, Overlay overlay, Differences differences) {
    private static final Comparator<Overlay> LIKENESS = Comparator.comparing(Overlay::likeness);

    /** From the same to something else. */
    enum Relation {
        FITS,
        /** The same, after turning or mirroring. */
        TURNED,
        /** The picture shows a part of the thumbnail. */
        CUT_OUT,
        /** The picture shows more than the thumbnail. */
        EXTENDED,
        PART_DIFFERS,
        COLOURS_DIFFER,
        OTHER_PICTURE
    }

    /** Empty when one of the two is too plain to be compared. */
    static Optional<Comparison> of(
            Planes picture, Pixels thumbnail, Orientation turned, Thresholds thresholds) {
        Planes stored = Planes.of(thumbnail);
        if (isPlain(picture, thresholds) || isPlain(stored, thresholds)) {
            return Optional.empty();
        }
        return Optional.of(new Search(picture, thumbnail, turned, thresholds).compared());
    }

    private static boolean isPlain(Planes planes, Thresholds thresholds) {
        double[] cells = planes.luma(Planes.ALL, Planes.LONG, Planes.LONG);
        return Statistics.deviation(cells) < thresholds.leastContrast();
    }

    private record Search(
            Planes picture, Pixels thumbnail, Orientation turned, Thresholds thresholds) {

        private Comparison compared() {
            Set<Orientation> expected = EnumSet.of(turned, Orientation.UPRIGHT);
            Overlay usual = usual(expected.stream());
            Differences found = Differences.of(usual, thresholds);
            if (isSame(usual, found)) {
                return new Comparison(relation(usual, found, Relation.FITS), usual, found);
            }
            Overlay other = usual(EnumSet.complementOf(EnumSet.copyOf(expected)).stream());
            Differences there = Differences.of(other, thresholds);
            if (isSame(other, there)) {
                return new Comparison(relation(other, there, Relation.TURNED), other, there);
            }
            return partly().orElse(new Comparison(Relation.OTHER_PICTURE, usual, found));
        }

        private Overlay usual(Stream<Orientation> turns) {
            return turns.map(this::aligner).map(Aligner::usual).max(LIKENESS).orElseThrow();
        }

        private Aligner aligner(Orientation turn) {
            return new Aligner(turn, picture, Planes.of(thumbnail.turned(turn)));
        }

        private boolean isSame(Overlay overlay, Differences differences) {
            return overlay.likeness() >= thresholds.likeFrom()
                    || differences.agreement() >= thresholds.agreeFrom();
        }

        private Relation relation(Overlay overlay, Differences differences, Relation otherwise) {
            if (overlay.shownOfThumbnail() < thresholds.cutBelow()) {
                return Relation.CUT_OUT;
            }
            if (overlay.shownOfPicture() < thresholds.extendedBelow()) {
                return Relation.EXTENDED;
            }
            if (!differences.parts().isEmpty()) {
                return Relation.PART_DIFFERS;
            }
            return differences.rendering().isOther(thresholds)
                    ? Relation.COLOURS_DIFFER
                    : otherwise;
        }

        private Optional<Comparison> partly() {
            return Arrays.stream(Orientation.values())
                    .map(this::aligner)
                    .flatMap(aligner -> aligner.guesses().stream())
                    .sorted(Comparator.comparing(Guess::likeness).reversed())
                    .limit(Aligner.REFINED)
                    .map(Guess::refined)
                    .max(LIKENESS)
                    .filter(overlay -> overlay.likeness() >= thresholds.likeFrom())
                    .map(this::part);
        }

        private Comparison part(Overlay overlay) {
            Relation relation =
                    overlay.shownOfThumbnail() <= overlay.shownOfPicture()
                            ? Relation.CUT_OUT
                            : Relation.EXTENDED;
            return new Comparison(relation, overlay, Differences.of(overlay, thresholds));
        }
    }
}
