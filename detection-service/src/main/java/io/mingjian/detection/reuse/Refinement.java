package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a mapping that key points found to the pixels: moves it so that the stored picture and
 * what it shows of the query agree best. Key points crowd where the texture is; what lies far from
 * them, the mapping only guesses, and a photograph of a screen is in perspective there. From coarse
 * to fine, by Gauss-Newton on locally normalised greys (Baker and Matthews, "Lucas-Kanade 20 Years
 * On", 2004, section 3; forward additive, eight numbers of a projective mapping). Places that
 * disagree much, such as glare and captions, count little.
 *
 * <p>Both pictures are looked at so coarsely that what they have in common is equally large in
 * either: on a photograph of a whole desk, a screen is small, and the picture on it is compared
 * with one that was made as small.
 *
 * <p>Of one query, against many stored pictures: what is made of its pixels is made once. Not
 * thread-safe.
 */
final class Refinement {
    /** Pixels along what is common, below which there is too little to go by. */
    private static final double COARSEST = 36;

    /** How often what is common is halved to begin with. */
    private static final int HALVINGS = 2;

    /** Sizes between a size and its half in which pictures are looked at. */
    private static final double STEPS = 4;

    /** Long side of a whole thumbnail. */
    private static final double FULL = 192;

    private static final int ROUNDS = 20;
    private static final int PARAMETERS = 8;

    /** Places along what is common that are looked at. */
    private static final int MOST_PLACES = 96;

    /** Share of the stored picture below which nothing is in common. */
    private static final double LEAST_SHARE = 0.03;

    /** Places on which eight numbers may rest. */
    private static final int FEWEST = 80;

    /** Share of what was common that must stay so. */
    private static final double LEAST_SHOWN = 0.5;

    /** How far what is common may grow on any side, as a share of the stored picture's side. */
    private static final double MARGIN = 0.05;

    /** Difference of normalised greys from which a place counts less. */
    private static final double ODD = 0.5;

    /** Fraction of a side; smaller steps change nothing that is looked at. */
    private static final double STILL = 1e-4;

    private final Plane query;
    private final Map<Integer, Normalised> querySizes = new HashMap<>();

    Refinement(Plane query) {
        this.query = query;
    }

    /**
     * The mapping on which the pixels agree; empty when they lead nowhere.
     *
     * @param mapping from fractions of the query to fractions of the stored picture, near the truth
     */
    Optional<Mapping> onto(Plane stored, Mapping mapping) {
        Mapping inverse = mapping.inverse();
        Overlay.Extent inQuery = Overlay.Extent.of(mapping);
        Overlay.Extent inStored = Overlay.Extent.of(inverse);
        if (inQuery.share() < LEAST_SHARE || inStored.share() < LEAST_SHARE) {
            return Optional.empty();
        }
        double querySide = Math.sqrt(inQuery.share());
        double storedSide = Math.sqrt(inStored.share());
        double finest = Math.min(querySide * longSide(query), storedSide * longSide(stored));
        double[] back = inverse.numbers();
        for (int halving = HALVINGS; halving >= 0; halving--) {
            double common = finest / (1 << halving);
            if (halving > 0 && common < COARSEST) {
                continue;
            }
            Normalised from = queryAt(size(common / querySide));
            Normalised to = Normalised.of(stored.shrunk(size(common / storedSide)));
            Places places = Places.of(inStored, to, common);
            if (!settle(from, to, places, back)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Mapping(back).inverse());
    }

    private static int longSide(Plane plane) {
        return Math.max(plane.width(), plane.height());
    }

    /** The nearest of few, so that what is made of the query serves for many stored pictures. */
    private static int size(double wanted) {
        double steps = Math.rint(STEPS * Math.log(wanted / FULL) / Math.log(2));
        return (int) Math.round(FULL * Math.pow(2, steps / STEPS));
    }

    private Normalised queryAt(int size) {
        return querySizes.computeIfAbsent(size, s -> Normalised.of(query.shrunk(s)));
    }

    /** Which places of the stored picture are looked at: those about what was common. */
    private record Places(int left, int top, int right, int bottom, int step) {
        static Places of(Overlay.Extent common, Normalised stored, double longSide) {
            Region region = common.region();
            int step = Math.max(1, (int) (longSide / MOST_PLACES));
            int edge = Normalised.AROUND;
            return new Places(
                    Math.max(edge, (int) ((region.x() - MARGIN) * stored.width)),
                    Math.max(edge, (int) ((region.y() - MARGIN) * stored.height)),
                    Math.min(
                            stored.width - edge,
                            (int) Math.ceil((region.x() + region.width() + MARGIN) * stored.width)),
                    Math.min(
                            stored.height - edge,
                            (int)
                                    Math.ceil(
                                            (region.y() + region.height() + MARGIN)
                                                    * stored.height)),
                    step);
        }
    }

    private static boolean settle(
            Normalised query, Normalised stored, Places places, double[] back) {
        double least = FEWEST;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[PARAMETERS][PARAMETERS + 1];
            int shown = sum(query, stored, places, back, sums);
            if (shown < least || !LeastSquares.solve(sums, PARAMETERS, 1)) {
                return false;
            }
            least = Math.max(least, LEAST_SHOWN * shown);
            double most = 0;
            for (int i = 0; i < PARAMETERS; i++) {
                back[i] += sums[i][PARAMETERS];
                most = Math.max(most, Math.abs(sums[i][PARAMETERS]));
            }
            if (Double.isNaN(most) || most > 1) {
                return false;
            }
            if (most < STILL) {
                return true;
            }
        }
        return true;
    }

    /** Adds the normal equations, and tells how many places show something of both. */
    private static int sum(
            Normalised query, Normalised stored, Places places, double[] back, double[][] sums) {
        double[] row = new double[PARAMETERS];
        int shown = 0;
        for (int y = places.top; y < places.bottom; y += places.step) {
            for (int x = places.left; x < places.right; x += places.step) {
                double u = (x + 0.5) / stored.width;
                double v = (y + 0.5) / stored.height;
                double depth = back[6] * u + back[7] * v + 1;
                double fromX = (back[0] * u + back[1] * v + back[2]) / depth;
                double fromY = (back[3] * u + back[4] * v + back[5]) / depth;
                if (depth <= 0 || !Lattice.isInside(fromX, fromY)) {
                    continue;
                }
                shown++;
                double atX = fromX * query.width - 0.5;
                double atY = fromY * query.height - 0.5;
                double across = query.between(query.across, atX, atY) * query.width / depth;
                double down = query.between(query.down, atX, atY) * query.height / depth;
                double rest =
                        stored.values[y * stored.width + x] - query.between(query.values, atX, atY);
                double weight = 1 / (1 + rest * rest / (ODD * ODD));
                row[0] = across * u;
                row[1] = across * v;
                row[2] = across;
                row[3] = down * u;
                row[4] = down * v;
                row[5] = down;
                double along = -(across * fromX + down * fromY);
                row[6] = along * u;
                row[7] = along * v;
                LeastSquares.add(sums, row, rest, weight);
            }
        }
        return shown;
    }

    /**
     * Greys less the mean around them, in units of the spread around them, so that neither tone nor
     * the light of a room matters; and how they change across and down.
     */
    private record Normalised(int width, int height, float[] values, float[] across, float[] down) {
        static final int AROUND = 5;

        /** Spread below which there is nothing but noise. */
        private static final double NOISE = 6;

        static Normalised of(Plane plane) {
            int width = plane.width();
            int height = plane.height();
            float[] values = normalised(plane);
            float[] across = new float[values.length];
            float[] down = new float[values.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int left = Math.max(0, x - 1);
                    int right = Math.min(width - 1, x + 1);
                    int above = Math.max(0, y - 1);
                    int below = Math.min(height - 1, y + 1);
                    across[y * width + x] =
                            (values[y * width + right] - values[y * width + left])
                                    / Math.max(1, right - left);
                    down[y * width + x] =
                            (values[below * width + x] - values[above * width + x])
                                    / Math.max(1, below - above);
                }
            }
            return new Normalised(width, height, values, across, down);
        }

        private static float[] normalised(Plane plane) {
            int width = plane.width();
            int height = plane.height();
            double[] sums = new double[(width + 1) * (height + 1)];
            double[] squares = new double[sums.length];
            for (int y = 0; y < height; y++) {
                double sum = 0;
                double square = 0;
                for (int x = 0; x < width; x++) {
                    int grey = plane.at(x, y);
                    sum += grey;
                    square += grey * grey;
                    int at = (y + 1) * (width + 1) + x + 1;
                    sums[at] = sums[at - width - 1] + sum;
                    squares[at] = squares[at - width - 1] + square;
                }
            }
            float[] values = new float[width * height];
            for (int y = 0; y < height; y++) {
                int top = Math.max(0, y - AROUND);
                int bottom = Math.min(height, y + AROUND + 1);
                for (int x = 0; x < width; x++) {
                    int left = Math.max(0, x - AROUND);
                    int right = Math.min(width, x + AROUND + 1);
                    int count = (bottom - top) * (right - left);
                    double mean = box(sums, width, left, top, right, bottom) / count;
                    double variance =
                            box(squares, width, left, top, right, bottom) / count - mean * mean;
                    values[y * width + x] =
                            (float)
                                    ((plane.at(x, y) - mean)
                                            / (Math.sqrt(Math.max(0, variance)) + NOISE));
                }
            }
            return values;
        }

        private static double box(
                double[] sums, int width, int left, int top, int right, int bottom) {
            int upper = top * (width + 1);
            int lower = bottom * (width + 1);
            return sums[lower + right]
                    - sums[lower + left]
                    - sums[upper + right]
                    + sums[upper + left];
        }

        double between(float[] of, double x, double y) {
            double across = Math.max(0, Math.min(width - 1.0, x));
            double down = Math.max(0, Math.min(height - 1.0, y));
            int left = Math.min((int) across, Math.max(0, width - 2));
            int top = Math.min((int) down, Math.max(0, height - 2));
            int right = Math.min(left + 1, width - 1);
            int bottom = Math.min(top + 1, height - 1);
            double h = across - left;
            double v = down - top;
            double upper = of[top * width + left] * (1 - h) + of[top * width + right] * h;
            double lower = of[bottom * width + left] * (1 - h) + of[bottom * width + right] * h;
            return upper * (1 - v) + lower * v;
        }
    }
}
