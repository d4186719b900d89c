package io.mingjian.detection.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.forensics.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is told of a model: where it comes from, what it was measured to do, and which gates it has
 * passed.
 *
 * @param version grows with every other file; stored with each finding
 * @param sha256 of the model file, in lower-case hex
 * @param date day of training
 * @param trainingSources repositories whose pictures it was trained on
 * @param generatorsSeen generators whose pictures it was trained on; none when it learned from
 *     reconstructed photographs only
 * @param tilesAcross tiles looked at along each side of the picture, at most
 * @param checkMean mean answer to a tile that the code draws, to see that the file does what it did
 *     when it was made
 * @param thresholds score that one of a hundred ordinary pictures exceeds, by {@link Channel};
 *     channels with too few checked pictures have none
 * @param figures measured on unseen sources, by name
 * @param gates the four gates by name, passed or not
 */
public record Card(
        String name,
        int version,
        String sha256,
        String date,
        List<String> trainingSources,
        List<String> generatorsSeen,
        int tilesAcross,
        double checkMean,
        Map<String, Double> thresholds,
        Map<String, Double> figures,
        Map<String, Boolean> gates) {
    static final String FORMAT = "mingjian-pixel-model/1";

    public Card {
        trainingSources = List.copyOf(trainingSources);
        generatorsSeen = List.copyOf(generatorsSeen);
        thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
        if (version < 1 || tilesAcross < 1 || tilesAcross > 16) {
            throw new IllegalArgumentException(
                    "the card's version or number of tiles is out of range");
        }
    }

    /**
     * Reads a card.
     *
     * @throws IllegalArgumentException if it is none of this format, or lacks something
     */
    static Card parse(byte[] json) {
        JsonNode root = tree(json);
        if (!FORMAT.equals(root.path("format").asText())) {
            throw new IllegalArgumentException("the card is not of format " + FORMAT);
        }
        List<String> sources = new ArrayList<>();
        need(root, "trainingSources").forEach(row -> sources.add(need(row, "source").asText()));
        List<String> generators = new ArrayList<>();
        need(root, "generatorsSeen").forEach(row -> generators.add(row.asText()));
        Map<String, Boolean> gates = new LinkedHashMap<>();
        need(root, "gates")
                .properties()
                .forEach(row -> gates.put(row.getKey(), row.getValue().asBoolean(false)));
        return new Card(
                need(root, "name").asText(),
                need(root, "version").asInt(),
                need(root, "sha256").asText(),
                need(root, "date").asText(),
                sources,
                generators,
                need(root, "tilesAcross").asInt(),
                need(root, "checkMean").asDouble(),
                numbers(need(root, "thresholds")),
                numbers(need(root, "figures")),
                gates);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("the card is no JSON", e);
        }
    }

    private static JsonNode need(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("the card lacks " + field);
        }
        return value;
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.properties()
                .forEach(
                        row -> {
                            if (!row.getValue().isNumber()) {
                                throw new IllegalArgumentException(
                                        "the card has no number for " + row.getKey());
                            }
                            numbers.put(row.getKey(), row.getValue().asDouble());
                        });
        return numbers;
    }

    OptionalDouble threshold(Channel channel) {
        Double value = thresholds.get(channel.name());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    OptionalDouble figure(String figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** All gates that a model must pass before it may count, and at least one was told. */
    public boolean passedItsGates() {
        return !gates.isEmpty() && gates.values().stream().allMatch(passed -> passed);
    }
}
