package io.mingjian.detection.reuse;

import io.mingjian.detection.reuse.Candidate.ByHash;
import io.mingjian.detection.reuse.ReuseMatch.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides on the pixels whether a candidate shows the same picture. Near hashes are laid over each
 * other as they lie; otherwise key points must agree on one geometric mapping, and then the
 * pictures are laid over each other by it. Key points alone never suffice: pictures of one table
 * share many, and so do a logo, a watermark or a printed cloth.
 */
public final class Confirmation {
    /**
     * Least likeness and half the steadiness together. Steadiness counts less: pictures of one
     * cupboard from one place share most of their points as well. On the pictures whose split is
     * {@code train} those reach 1.131, and photographs of screens that rest on it begin at 1.169.
     */
    static final double LEAST_CLOSENESS = 1.15;

    private static final double STEADINESS_COUNTS = 0.5;

    /**
     * How well the greys of whole parts go together at least, unless even the faint structure
     * agrees. On {@code train}, copies with their own tones have at least 0.92; those whose colours
     * were made stronger have less and agree in what is faint. Two photographs of one printed thing
     * may have any.
     */
    static final double LEAST_TONE = 0.85;

    /** Faint structure that bears a copy out whose tones do not. */
    static final double LEAST_FAINT = 0.65;

    /** Likeness below which even the steadiest points are not enough. */
    static final double LEAST_LIKENESS = 0.3;

    /** Steadiness that suffices where bars or glare cover much of the texture. */
    static final double VERY_STEADY = 0.88;

    private static final int MANY_INLIERS = 30;

    /** Points on which a mapping must rest before the pixels may move it. */
    private static final int FOR_REFINEMENT = 14;

    /** Share of the inliers that must stay when the pixels move the mapping. */
    private static final double KEPT_INLIERS = 0.8;

    /** Likeness of an overlay that no key points bear out. */
    static final double LEAST_BY_HASH = 0.85;

    /** Common textured parts below which likeness says nothing. */
    static final int LEAST_PARTS = 12;

    static final int LEAST_INLIERS = 10;

    /** Share of the smaller picture that must be common. */
    static final double LEAST_COMMON = 0.2;

    /** Largest connected disagreement, as a share of what is common, in one picture. */
    static final double MOST_GAP = 0.14;

    static final int BACKGROUND_INLIERS = 15;
    static final double BACKGROUND_STEADINESS = 0.4;

    /** Share of the stored picture that must agree for a background. */
    static final double BACKGROUND_AREA = 0.15;

    private static final double WHOLE = 0.95;
    private static final double TILT = Math.toRadians(3);

    /** Change of size along a pixel: 5 % over the whole picture. */
    private static final double PERSPECTIVE = 1e-4;

    private Confirmation() {}

    /** Empty when the pixels do not bear the candidate out. */
    public static Optional<ReuseMatch> confirm(
            ReusePrint query, ReusePrint stored, Candidate candidate) {
        return confirm(query, new Refinement(query.thumbnail()), stored, candidate);
    }

    /**
     * The same for one of many candidates.
     *
     * @param pixels the query's, which it is costly to look at anew for each
     */
    static Optional<ReuseMatch> confirm(
            ReusePrint query, Refinement pixels, ReusePrint stored, Candidate candidate) {
        Optional<ReuseMatch> plain =
                Optional.ofNullable(candidate.byHash()).flatMap(near -> plain(query, stored, near));
        if (plain.isPresent()) {
            return plain;
        }
        Optional<Found> found = byPoints(query, pixels, stored, candidate.mirrored());
        return found.flatMap(f -> match(query, stored, f));
    }

    /**
     * A mapping and what lies over what by it.
     *
     * @param pixels from the query's pixels to those of the stored picture
     * @param fractions the same in fractions of the sides
     */
    record Found(
            Mapping pixels, Mapping fractions, int inliers, double steadiness, Overlay overlay) {
        static Found of(
                ReusePrint query,
                ReusePrint stored,
                Mapping pixels,
                int inliers,
                double steadiness) {
            Mapping fractions =
                    Mapping.scaling(query.width(), query.height())
                            .then(pixels)
                            .then(Mapping.scaling(1.0 / stored.width(), 1.0 / stored.height()));
            Overlay overlay = Overlay.of(query.thumbnail(), stored.thumbnail(), fractions);
            return new Found(pixels, fractions, inliers, steadiness, overlay);
        }

        /** Copies agree closely, also where little is to be seen, and nothing of size disagrees. */
        boolean isOnePicture() {
            double closeness = overlay.likeness() + STEADINESS_COUNTS * steadiness;
            boolean steady = steadiness >= VERY_STEADY && inliers >= MANY_INLIERS;
            boolean agreesElsewhere =
                    overlay.tone() >= LEAST_TONE || overlay.faint() >= LEAST_FAINT;
            return overlay.textured() >= LEAST_PARTS
                    && overlay.likeness() >= LEAST_LIKENESS
                    && overlay.gap() <= MOST_GAP
                    && (closeness >= LEAST_CLOSENESS || steady)
                    && agreesElsewhere
                    && inliers >= LEAST_INLIERS
                    && Math.max(overlay.queryShare(), overlay.storedShare()) >= LEAST_COMMON;
        }

        boolean isOneBackground() {
            return overlay.agreedArea() >= BACKGROUND_AREA
                    && steadiness >= BACKGROUND_STEADINESS
                    && inliers >= BACKGROUND_INLIERS;
        }
    }

    private static Optional<ReuseMatch> plain(ReusePrint query, ReusePrint stored, ByHash near) {
        Window inQuery = near.queryTrimmed() ? query.trim() : Window.FULL;
        Window inStored = near.storedTrimmed() ? stored.trim() : Window.FULL;
        Mapping fractions =
                Mapping.zoom(inQuery)
                        .then(Mapping.turn(near.turn(), 1, 1, 1, 1))
                        .then(Mapping.zoom(inStored).inverse());
        Mapping pixels =
                Mapping.scaling(1.0 / query.width(), 1.0 / query.height())
                        .then(fractions)
                        .then(Mapping.scaling(stored.width(), stored.height()));
        Found found = Found.of(query, stored, pixels, 0, 0);
        Overlay overlay = found.overlay();
        boolean same =
                overlay.textured() >= LEAST_PARTS
                        && overlay.likeness() >= LEAST_BY_HASH
                        && overlay.gap() <= MOST_GAP;
        return same ? Optional.of(match(query, stored, found, kind(found))) : Optional.empty();
    }

    /** The mapping on which the key points agree, judged or not. */
    static Optional<Found> byPoints(ReusePrint query, ReusePrint stored, boolean mirrored) {
        return byPoints(query, new Refinement(query.thumbnail()), stored, mirrored);
    }

    private static Optional<Found> byPoints(
            ReusePrint query, Refinement pixels, ReusePrint stored, boolean mirrored) {
        KeyPoints points = mirrored ? query.points().mirrored(query.width()) : query.points();
        PointPairs pairs = PointPairs.of(points, stored);
        return Alignment.of(pairs)
                .map(alignment -> refined(query, pixels, stored, pairs, alignment, mirrored));
    }

    /**
     * What the points found, moved to where the pixels agree, unless that leads away from the
     * points or to less likeness.
     */
    private static Found refined(
            ReusePrint query,
            Refinement pixels,
            ReusePrint stored,
            PointPairs pairs,
            Alignment alignment,
            boolean mirrored) {
        Found found = laid(query, stored, alignment, mirrored);
        if (alignment.inliers() < FOR_REFINEMENT) {
            return found;
        }
        Mapping toPixels = Mapping.scaling(stored.width(), stored.height());
        Mapping toFractions = Mapping.scaling(1.0 / query.width(), 1.0 / query.height());
        return pixels.onto(stored.thumbnail(), found.fractions())
                .map(fractions -> toFractions.then(fractions).then(toPixels))
                .map(moved -> Alignment.counted(pairs, asSeen(query, mirrored).then(moved)))
                .filter(better -> better.inliers() >= KEPT_INLIERS * alignment.inliers())
                .map(better -> laid(query, stored, better, mirrored))
                .filter(better -> better.overlay().likeness() >= found.overlay().likeness())
                .orElse(found);
    }

    private static Found laid(
            ReusePrint query, ReusePrint stored, Alignment alignment, boolean mirrored) {
        Mapping pixels = asSeen(query, mirrored).then(alignment.mapping());
        return Found.of(query, stored, pixels, alignment.inliers(), alignment.steadiness());
    }

    /** Between the query's pixels and those in which its points were compared; its own inverse. */
    private static Mapping asSeen(ReusePrint query, boolean mirrored) {
        return mirrored ? new Mapping(-1, 0, query.width(), 0, 1, 0, 0, 0, 1) : Mapping.IDENTITY;
    }

    private static Optional<ReuseMatch> match(ReusePrint query, ReusePrint stored, Found found) {
        if (found.isOnePicture()) {
            return Optional.of(match(query, stored, found, kind(found)));
        }
        if (found.isOneBackground()) {
            return Optional.of(match(query, stored, found, Kind.SAME_BACKGROUND));
        }
        return Optional.empty();
    }

    private static ReuseMatch match(ReusePrint query, ReusePrint stored, Found found, Kind kind) {
        Turn turn = turn(found.pixels());
        return new ReuseMatch(
                kind,
                query.hash().turned(turn).distance(stored.hash()),
                turn,
                found.inliers(),
                found.overlay().likeness(),
                Arrays.stream(found.fractions().numbers()).boxed().toList(),
                found.overlay().inQuery(),
                found.overlay().inStored());
    }

    private static Kind kind(Found found) {
        if (turn(found.pixels()) != Turn.NONE) {
            return Kind.TURNED;
        }
        double[] m = found.pixels().numbers();
        boolean turned = Math.abs(Math.atan2(m[3] - m[1], m[0] + m[4])) > TILT;
        boolean inPerspective = Math.abs(m[6]) + Math.abs(m[7]) > PERSPECTIVE;
        if (turned || inPerspective) {
            return Kind.TILTED;
        }
        Overlay overlay = found.overlay();
        boolean whole = overlay.queryShare() > WHOLE && overlay.storedShare() > WHOLE;
        return whole ? Kind.SAME_PICTURE : Kind.CROPPED;
    }

    /** The nearest of the eight ways to lay a picture. */
    private static Turn turn(Mapping pixels) {
        double[] m = pixels.numbers();
        boolean mirrored = m[0] * m[4] - m[1] * m[3] < 0;
        boolean swaps = Math.abs(m[0]) + Math.abs(m[4]) < Math.abs(m[1]) + Math.abs(m[3]);
        double across = swaps ? m[1] : m[0];
        double down = swaps ? m[3] : m[4];
        for (Turn turn : Turn.values()) {
            if (turn.swapsSides() == swaps
                    && turn.fromRight() == across < 0
                    && turn.fromBottom() == down < 0
                    && turn.mirrors() == mirrored) {
                return turn;
            }
        }
        return mirrored ? Turn.MIRROR : Turn.NONE;
    }
}
