package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;

/**
 * One picture laid over another: how far the fine structure of what both show agrees, and where it
 * does not. Whether one is lighter or flatter all over plays no part, nor does colour. Copies of
 * one picture agree place by place; pictures of one scene from another spot do not, however alike
 * they look.
 *
 * @param textured parts with texture on either side
 * @param likeness mean correlation of the textured parts at their places, those with most texture
 *     counting most, 0 to 1
 * @param agreedArea share of the stored picture that lies in textured parts that agree
 * @param gap share of the common part, or of its texture if that is less, that lies in the largest
 *     connected piece of textured parts that do not agree; bars along an edge, such as captions,
 *     are not counted
 * @param tone correlation of the greys of whole parts, textured or not; a bar along one edge is
 *     left out where that helps
 * @param faint correlation of the fine structure of what has hardly any, taken together
 * @param inQuery what both show, as part of the query
 * @param inStored what both show, as part of the stored picture
 * @param queryShare share of the query that both show
 * @param storedShare share of the stored picture that both show
 */
record Overlay(
        int textured,
        double likeness,
        double agreedArea,
        double gap,
        double tone,
        double faint,
        Region inQuery,
        Region inStored,
        double queryShare,
        double storedShare) {
    private static final int LOOK = 48;
    private static final Region NOWHERE = new Region(0, 0, 1e-6, 1e-6);

    /** Nothing in common. */
    static final Overlay NONE = new Overlay(0, 0, 0, 0, 0, 0, NOWHERE, NOWHERE, 0, 0);

    /**
     * Lays the query over the stored picture.
     *
     * @param mapping from fractions of the query to fractions of the stored picture
     */
    static Overlay of(Plane query, Plane stored, Mapping mapping) {
        Mapping back = mapping.inverse();
        Extent inStored = Extent.of(back);
        Extent inQuery = Extent.of(mapping);
        if (inStored.count == 0 || inQuery.count == 0) {
            return NONE;
        }
        Lattice lattice =
                Lattice.over(
                        inStored.region(), inQuery.share(), inStored.share(), query, stored, back);
        Parts parts = lattice.compared();
        Region region = inStored.region();
        return new Overlay(
                parts.textured(),
                parts.likeness(),
                parts.agreeingShare() * region.width() * region.height(),
                parts.gap(),
                lattice.tone(),
                parts.faint(),
                inQuery.region(),
                region,
                inQuery.share(),
                inStored.share());
    }

    /** Where in the unit square a mapping leads into the unit square. */
    record Extent(int count, Region region) {
        static Extent of(Mapping mapping) {
            int count = 0;
            int left = LOOK - 1;
            int top = LOOK - 1;
            int right = 1;
            int bottom = 1;
            for (int row = 0; row < LOOK; row++) {
                for (int column = 0; column < LOOK; column++) {
                    double x = (column + 0.5) / LOOK;
                    double y = (row + 0.5) / LOOK;
                    if (Lattice.isInside(mapping.x(x, y), mapping.y(x, y))) {
                        count++;
                        left = Math.min(left, column);
                        right = Math.max(right, column + 1);
                        top = Math.min(top, row);
                        bottom = Math.max(bottom, row + 1);
                    }
                }
            }
            double unit = 1.0 / LOOK;
            return new Extent(
                    count,
                    count == 0
                            ? NOWHERE
                            : new Region(
                                    left * unit,
                                    top * unit,
                                    (right - left) * unit,
                                    (bottom - top) * unit));
        }

        double share() {
            return (double) count / (LOOK * LOOK);
        }
    }
}
