package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.DataTable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * From where on a thumbnail differs; data, with the figures of camera files beside each, because a
 * larger collection will move them.
 *
 * @param leastContrast deviation of brightness below which a picture is too plain to compare
 * @param likeFrom correlation from which two pictures are the same as a whole
 * @param agreeFrom share of textured blocks that agree, from which they are the same but for parts
 * @param cutBelow share of the thumbnail below which the picture shows only a part of it
 * @param extendedBelow share of the picture below which the thumbnail shows only a part of it
 * @param blockContrast deviation of brightness from which a block has texture
 * @param blockLikeness correlation below which a textured block differs
 * @param blockAgrees correlation from which a textured block agrees
 * @param blockLuma difference of brightness from which a block differs
 * @param blockColour difference of colour, beside the common one, from which a block differs
 * @param leastBlocks neighbouring blocks that differ, from which a part differs
 * @param colourShift common difference of colour from which the colours differ
 * @param saturationChange factor of saturation, up or down, from which the colours differ
 * @param contrastChange factor of contrast, up or down, from which the colours differ
 */
record Thresholds(
        double leastContrast,
        double likeFrom,
        double agreeFrom,
        double cutBelow,
        double extendedBelow,
        double blockContrast,
        double blockLikeness,
        double blockAgrees,
        double blockLuma,
        double blockColour,
        double leastBlocks,
        double colourShift,
        double saturationChange,
        double contrastChange) {
    static final Thresholds SHIPPED = load();

    private static Thresholds load() {
        Map<String, Double> values =
                DataTable.rows(Thresholds.class, "thresholds.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get(0), row -> Double.valueOf(row.get(1))));
        return new Thresholds(
                value(values, "leastContrast"),
                value(values, "likeFrom"),
                value(values, "agreeFrom"),
                value(values, "cutBelow"),
                value(values, "extendedBelow"),
                value(values, "blockContrast"),
                value(values, "blockLikeness"),
                value(values, "blockAgrees"),
                value(values, "blockLuma"),
                value(values, "blockColour"),
                value(values, "leastBlocks"),
                value(values, "colourShift"),
                value(values, "saturationChange"),
                value(values, "contrastChange"));
    }

    private static double value(Map<String, Double> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
