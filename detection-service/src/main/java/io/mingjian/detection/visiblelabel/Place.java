package io.mingjian.detection.visiblelabel;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.visiblelabel.Phrases.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a line stands and how high its letters are.
 *
 * @param region its box, as fractions of the picture's sides
 * @param heightPercent height of the letters in percent of the shorter side, to a tenth
 */
record Place(Edge edge, Region region, double heightPercent) {
    /** The standard asks for 5 %; the estimate of the height errs by a fifth. */
    private static final double LEAST_PERCENT = 4;

    /** Size of the letters over the height of their box, as {@code benchmarks/run} found it. */
    private static final double LETTERS = 0.82;

    private static final double CORNER = 1.0 / 3;

    /** A corner or an edge. */
    enum Edge {
        TOP_LEFT("左上角"),
        TOP("上边"),
        TOP_RIGHT("右上角"),
        LEFT("左边"),
        RIGHT("右边"),
        BOTTOM_LEFT("左下角"),
        BOTTOM("下边"),
        BOTTOM_RIGHT("右下角");

        private final String zhName;

        Edge(String zhName) {
            this.zhName = zhName;
        }

        String zhName() {
            return zhName;
        }

        private static Edge of(double x, double y) {
            if (y < CORNER || y > 1 - CORNER) {
                boolean top = y < CORNER;
                if (x < CORNER) {
                    return top ? TOP_LEFT : BOTTOM_LEFT;
                }
                if (x > 1 - CORNER) {
                    return top ? TOP_RIGHT : BOTTOM_RIGHT;
                }
                return top ? TOP : BOTTOM;
            }
            return x < 0.5 ? LEFT : RIGHT;
        }
    }

    static Place of(Sighting sighting, Pixels pixels) {
        Box box = sighting.line().box().within(pixels.width(), pixels.height());
        Region region =
                new Region(
                        box.left() / pixels.width(),
                        box.top() / pixels.height(),
                        box.width() / pixels.width(),
                        box.height() / pixels.height());
        double shorter = Math.min(pixels.width(), pixels.height());
        return new Place(
                Edge.of(region.x() + region.width() / 2, region.y() + region.height() / 2),
                region,
                Math.round(1_000 * LETTERS * sighting.height() / shorter) / 10.0);
    }

    List<Region> regions() {
        return List.of(region);
    }

    Map<String, Object> box() {
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("x", thousandths(region.x()));
        box.put("y", thousandths(region.y()));
        box.put("width", thousandths(region.width()));
        box.put("height", thousandths(region.height()));
        return box;
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** In what the label differs from what the standard asks for. */
    List<String> deviations(Match match) {
        List<String> deviations = new ArrayList<>();
        if (!match.inWordsOfTheStandard()) {
            deviations.add("OTHER_WORDS");
        }
        if (heightPercent < LEAST_PERCENT) {
            deviations.add("BELOW_5_PERCENT");
        }
        return deviations;
    }
}
