package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.Orientation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds how a turned thumbnail lies on the picture. */
final class Aligner {
    private static final Comparator<Overlay> LIKENESS = Comparator.comparing(Overlay::likeness);
    private static final double OTHER_SHAPE = 0.02;
    private static final double[] STEPS = {0.03, 0.015, 0.0075};
    private static final int ROUNDS = 6;

    /** What a move must add to be kept. */
    private static final double WORTH = 1e-4;

    /**
     * The rough search uses so many times fewer cells, and windows down to this share of a side.
     */
    private static final int ROUGH = 3;

    private static final double SMALLEST = 0.4;
    private static final double LEAST = 0.2;
    private static final double NEXT_SIZE = 0.92;
    private static final double NEXT_PLACE = 0.12;
    static final int REFINED = 3;

    private final Orientation turn;
    private final Planes picture;
    private final Planes thumbnail;

    Aligner(Orientation turn, Planes picture, Planes thumbnail) {
        this.turn = turn;
        this.picture = picture;
        this.thumbnail = thumbnail;
    }

    /** As cameras do it: whole on whole, with bars, or with what does not fit left out. */
    Overlay usual() {
        Region content = Bars.content(thumbnail);
        List<Overlay> ways = new ArrayList<>();
        ways.add(overlay(Planes.ALL, Planes.ALL));
        ways.add(overlay(Planes.ALL, content));
        double ratio = picture.aspect() / thumbnail.aspect();
        if (Math.abs(ratio - 1) > OTHER_SHAPE) {
            ways.add(overlay(Planes.ALL, centred(ratio)));
            ways.add(overlay(centred(1 / ratio), Planes.ALL));
        }
        return refined(ways.stream().max(LIKENESS).orElseThrow());
    }

    /** A window in which one of the two may show a part of the other, with their rough likeness. */
    record Guess(Aligner aligner, Region inPicture, Region inThumbnail, double likeness) {
        Overlay refined() {
            return Aligner.refined(aligner.overlay(inPicture, inThumbnail));
        }
    }

    /** The likeliest windows, compared in few cells. */
    List<Guess> guesses() {
        double ratio = picture.aspect() / thumbnail.aspect();
        double[] wholePicture = rough(picture, Planes.ALL);
        double[] wholeThumbnail = rough(thumbnail, Planes.ALL);
        Stream<Guess> cut =
                windows(ratio).map(w -> guess(Planes.ALL, w, wholePicture, rough(thumbnail, w)));
        Stream<Guess> extended =
                windows(1 / ratio)
                        .map(w -> guess(w, Planes.ALL, rough(picture, w), wholeThumbnail));
        return Stream.concat(cut, extended)
                .sorted(Comparator.comparing(Guess::likeness).reversed())
                .limit(REFINED)
                .toList();
    }

    private Guess guess(Region inPicture, Region inThumbnail, double[] one, double[] other) {
        return new Guess(this, inPicture, inThumbnail, Statistics.correlation(one, other));
    }

    private double[] rough(Planes planes, Region window) {
        return planes.luma(window, picture.columns() / ROUGH, picture.rows() / ROUGH);
    }

    private Overlay overlay(Region inPicture, Region inThumbnail) {
        return Overlay.of(turn, picture, thumbnail, inPicture, inThumbnail);
    }

    /**
     * The largest window in the middle whose shape is wider than its surroundings by this ratio.
     */
    private static Region centred(double ratio) {
        double width = Math.min(1, ratio);
        double height = Math.min(1, 1 / ratio);
        return new Region((1 - width) / 2, (1 - height) / 2, width, height);
    }

    private static Stream<Region> windows(double ratio) {
        List<Region> windows = new ArrayList<>();
        for (double size = NEXT_SIZE; size >= SMALLEST; size *= NEXT_SIZE) {
            double width = size * Math.min(1, ratio);
            double height = size * Math.min(1, 1 / ratio);
            for (double y = 0; y <= 1 - height; y += NEXT_PLACE * height) {
                for (double x = 0; x <= 1 - width; x += NEXT_PLACE * width) {
                    windows.add(new Region(x, y, width, height));
                }
            }
        }
        return windows.stream();
    }

    private static Overlay refined(Overlay start) {
        Overlay best = start;
        for (double step : STEPS) {
            boolean better = true;
            for (int round = 0; better && round < ROUNDS; round++) {
                Overlay next = next(best, step);
                better = next.likeness() > best.likeness();
                best = next;
            }
        }
        return best;
    }

    private static Overlay next(Overlay from, double step) {
        Overlay best = from;
        for (Move move : Move.values()) {
            best = better(best, move.by(best.inPicture(), step).map(best::onPicture));
            best = better(best, move.by(best.inThumbnail(), step).map(best::onThumbnail));
        }
        return best;
    }

    private static Overlay better(Overlay known, Optional<Overlay> next) {
        return next.filter(n -> n.likeness() > known.likeness() + WORTH).orElse(known);
    }

    /** How the edges of a window move: left, top, right, bottom. */
    private enum Move {
        LEFT(-1, 0, -1, 0),
        RIGHT(1, 0, 1, 0),
        UP(0, -1, 0, -1),
        DOWN(0, 1, 0, 1),
        LARGER(-1, -1, 1, 1),
        SMALLER(1, 1, -1, -1),
        LEFT_OUT(-1, 0, 0, 0),
        LEFT_IN(1, 0, 0, 0),
        TOP_OUT(0, -1, 0, 0),
        TOP_IN(0, 1, 0, 0),
        RIGHT_OUT(0, 0, 1, 0),
        RIGHT_IN(0, 0, -1, 0),
        BOTTOM_OUT(0, 0, 0, 1),
        BOTTOM_IN(0, 0, 0, -1);

        private final int left;
        private final int top;
        private final int right;
        private final int bottom;

        Move(int left, int top, int right, int bottom) {
            this.left = left;
            this.top = top;
            this.right = right;
            this.bottom = bottom;
        }

        /** Empty when nothing moves, or too little is left. */
        private Optional<Region> by(Region window, double step) {
            double x = Math.max(0, window.x() + left * step);
            double y = Math.max(0, window.y() + top * step);
            double endX = Math.min(1, window.x() + window.width() + right * step);
            double endY = Math.min(1, window.y() + window.height() + bottom * step);
            if (endX - x < LEAST || endY - y < LEAST) {
                return Optional.empty();
            }
            Region moved = new Region(x, y, endX - x, endY - y);
            return moved.equals(window) ? Optional.empty() : Optional.of(moved);
        }
    }
}
