package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.Region;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Blocks of four by four cells of a picture and its thumbnail, compared one by one. */
final class Blocks {
    private static final int SIDE = 4;

    private final Overlay overlay;
    private final Thresholds thresholds;
    private final int columns;
    private final double[] picture;
    private final double[] thumbnail;
    private final List<double[]> colours;
    private final List<double[]> thumbnailColours;

    Blocks(Overlay overlay, Thresholds thresholds) {
        int across = overlay.picture().columns();
        int down = overlay.picture().rows();
        this.overlay = overlay;
        this.thresholds = thresholds;
        this.columns = across / SIDE;
        this.picture = overlay.picture().luma(overlay.inPicture(), across, down);
        this.thumbnail = overlay.thumbnail().luma(overlay.inThumbnail(), across, down);
        this.colours = overlay.picture().colours(overlay.inPicture(), across, down);
        this.thumbnailColours = overlay.thumbnail().colours(overlay.inThumbnail(), across, down);
    }

    /** One block of both, brightness already brought to one level. */
    private record Pair(double[] one, double[] other, double colour) {
        private double texture() {
            return Math.max(Statistics.deviation(one), Statistics.deviation(other));
        }

        private double likeness() {
            return Statistics.correlation(one, other);
        }

        private double brightness() {
            return Math.abs(Statistics.mean(one) - Statistics.mean(other));
        }
    }

    Differences compare() {
        Line line = Line.through(picture, thumbnail);
        double[] levelled = Arrays.stream(thumbnail).map(line::at).toArray();
        double[] blue = minus(colours.get(0), thumbnailColours.get(0));
        double[] red = minus(colours.get(1), thumbnailColours.get(1));
        double blueShift = Statistics.median(blue);
        double redShift = Statistics.median(red);
        List<Pair> pairs =
                IntStream.range(0, picture.length / (SIDE * SIDE))
                        .mapToObj(
                                block ->
                                        new Pair(
                                                cells(picture, block),
                                                cells(levelled, block),
                                                Math.hypot(
                                                        mean(blue, block) - blueShift,
                                                        mean(red, block) - redShift)))
                        .toList();
        Rendering rendering =
                new Rendering(
                        Math.hypot(blueShift, redShift),
                        (chroma(colours) + 1) / (chroma(thumbnailColours) + 1),
                        line.slope());
        List<int[]> groups = groups(pairs, !rendering.isOther(thresholds));
        return new Differences(
                agreement(pairs),
                groups.stream().map(this::region).toList(),
                groups.stream().mapToInt(g -> g.length).sum() / (double) pairs.size(),
                rendering);
    }

    private double agreement(List<Pair> pairs) {
        List<Pair> textured =
                pairs.stream().filter(p -> p.texture() >= thresholds.blockContrast()).toList();
        long agreeing =
                textured.stream().filter(p -> p.likeness() >= thresholds.blockAgrees()).count();
        return textured.isEmpty() ? 0 : (double) agreeing / textured.size();
    }

    /** Where all colours are others, no block's colour tells anything about the block. */
    private List<int[]> groups(List<Pair> pairs, boolean coloursCount) {
        boolean[] differs = new boolean[pairs.size()];
        for (int block = 0; block < differs.length; block++) {
            differs[block] = differs(pairs.get(block), coloursCount);
        }
        return Groups.of(differs, columns, thresholds.leastBlocks());
    }

    private boolean differs(Pair pair, boolean colourCounts) {
        boolean otherTexture =
                pair.texture() >= thresholds.blockContrast()
                        && pair.likeness() < thresholds.blockLikeness();
        return otherTexture
                || pair.brightness() >= thresholds.blockLuma()
                || (colourCounts && pair.colour() >= thresholds.blockColour());
    }

    private double[] cells(double[] values, int block) {
        double[] cells = new double[SIDE * SIDE];
        int line = columns * SIDE;
        int from = block / columns * SIDE * line + block % columns * SIDE;
        for (int row = 0; row < SIDE; row++) {
            System.arraycopy(values, from + row * line, cells, row * SIDE, SIDE);
        }
        return cells;
    }

    private double mean(double[] values, int block) {
        return Statistics.mean(cells(values, block));
    }

    private static double chroma(List<double[]> both) {
        return IntStream.range(0, both.get(0).length)
                .mapToDouble(i -> Math.hypot(both.get(0)[i], both.get(1)[i]))
                .average()
                .orElse(0);
    }

    private static double[] minus(double[] one, double[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).toArray();
    }

    /** Frame around a group, in the upright picture. */
    private Region region(int[] group) {
        int rows = picture.length / (SIDE * SIDE) / columns;
        int left = Arrays.stream(group).map(b -> b % columns).min().orElseThrow();
        int right = Arrays.stream(group).map(b -> b % columns).max().orElseThrow() + 1;
        int top = Arrays.stream(group).map(b -> b / columns).min().orElseThrow();
        int bottom = Arrays.stream(group).map(b -> b / columns).max().orElseThrow() + 1;
        Region in = overlay.inPicture();
        return new Region(
                in.x() + in.width() * left / columns,
                in.y() + in.height() * top / rows,
                in.width() * (right - left) / columns,
                in.height() * (bottom - top) / rows);
    }
}
