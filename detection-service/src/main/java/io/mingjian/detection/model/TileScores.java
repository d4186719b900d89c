package io.mingjian.detection.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture's tiles with their scores as the network gives them (logits, above 0 for "like what was
 * reconstructed").
 */
record TileScores(int width, int height, List<Tiles.Corner> corners, List<Double> logits) {
    private static final int ENOUGH_FOR_ROBUSTNESS = 3;

    /**
     * The answers of the network, a grid of patches for each tile.
     *
     * @param patches patches of all tiles, tile by tile
     */
    static TileScores of(int width, int height, List<Tiles.Corner> corners, float[] patches) {
        int each = patches.length / corners.size();
        List<Double> logits = new ArrayList<>();
        for (int tile = 0; tile < corners.size(); tile++) {
            double sum = 0;
            for (int i = tile * each; i < (tile + 1) * each; i++) {
                sum += patches[i];
            }
            logits.add(sum / each);
        }
        return new TileScores(width, height, corners, logits);
    }

    /**
     * Score of the picture, 0 to 1: the mean of the top third of its tiles, because a part of a
     * picture may be made, without the topmost one, because one odd tile says little.
     */
    double score() {
        double[] sorted = logits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int third = Math.max(1, sorted.length / 3);
        int without = third >= ENOUGH_FOR_ROBUSTNESS ? 1 : 0;
        return probability(
                Arrays.stream(sorted, sorted.length - third, sorted.length - without)
                        .average()
                        .orElseThrow());
    }

    /** Place and score of each tile, for a map; places as fractions of the picture's sides. */
    List<Map<String, Object>> facts() {
        List<Map<String, Object>> facts = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Map<String, Object> tile = new LinkedHashMap<>();
            tile.put("x", rounded((double) corners.get(i).x() / width));
            tile.put("y", rounded((double) corners.get(i).y() / height));
            tile.put("width", rounded((double) Tiles.SIDE / width));
            tile.put("height", rounded((double) Tiles.SIDE / height));
            tile.put("score", rounded(probability(logits.get(i))));
            facts.add(tile);
        }
        return facts;
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
