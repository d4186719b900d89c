package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.DataTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the figures spread among camera pictures: 101 quantiles each, measured once and kept as data,
 * for all pictures and for each channel. The head of the file says from which pictures and by which
 * command.
 */
final class SaturationReference {
    static final String FILE = "saturation-reference.csv";
    static final String RATES = "saturation-rates.csv";

    /** Pictures of a channel below which its quantiles say nothing, and all pictures are used. */
    static final int LEAST_PICTURES = 50;

    static final String ALL = "ALL";

    private static final SaturationReference SHIPPED =
            new SaturationReference(
                    DataTable.rows(SaturationReference.class, FILE),
                    DataTable.rows(SaturationReference.class, RATES));

    private final Map<String, Integer> pictures = new HashMap<>();
    private final Map<String, double[]> quantiles = new HashMap<>();
    private final Map<String, Rate> rates = new HashMap<>();

    /**
     * So many of so many pictures that were kept out of the table were told to be rare.
     *
     * @param comparedWith name of the spread that they were compared with then, which need not be
     *     the one that a picture is compared with now
     * @param referencePictures pictures of that spread
     */
    record Rate(int part, int whole, String comparedWith, int referencePictures) {}

    /**
     * The spread of one channel, or of all where the channel has too few.
     *
     * @param name of the channel, or {@link #ALL}
     * @param pictures it was measured on
     */
    record Spread(String name, int pictures, SaturationReference reference) {
        /** Share of the reference pictures, in whole percent, whose figure is smaller. */
        int percentile(String figure, double value) {
            double[] steps =
                    Objects.requireNonNull(reference.quantiles.get(figure + name), figure + name);
            int below = 0;
            while (below < steps.length && steps[below] < value) {
                below++;
            }
            return Math.max(0, below - 1);
        }
    }

    SaturationReference(List<List<String>> table, List<List<String>> measured) {
        for (List<String> row : table) {
            if (row.get(0).equals("pictures")) {
                pictures.put(row.get(1), Integer.parseInt(row.get(2)));
            } else {
                quantiles.put(
                        row.get(0) + row.get(1),
                        row.stream().skip(2).mapToDouble(Double::parseDouble).toArray());
            }
        }
        for (List<String> row : measured) {
            rates.put(
                    row.get(0) + row.get(1),
                    new Rate(
                            Integer.parseInt(row.get(2)),
                            Integer.parseInt(row.get(3)),
                            row.get(4),
                            Integer.parseInt(row.get(5))));
        }
    }

    static SaturationReference shipped() {
        return SHIPPED;
    }

    /** How many pictures of the channel were measured, few or many. */
    int pictures(Channel channel) {
        return pictures.getOrDefault(channel.name(), 0);
    }

    Spread all() {
        return new Spread(ALL, pictures.getOrDefault(ALL, 0), this);
    }

    /** Of the channel if enough of its pictures were measured. */
    Spread of(Channel channel) {
        return pictures(channel) < LEAST_PICTURES
                ? all()
                : new Spread(channel.name(), pictures(channel), this);
    }

    /** How often camera pictures of the channel were told to be rare. */
    Optional<Rate> rareAmongReal(Channel channel) {
        return Optional.ofNullable(rates.get("real" + channel.name()));
    }

    /** How often generated pictures of the channel were. */
    Optional<Rate> rareAmongGenerated(Channel channel) {
        return Optional.ofNullable(rates.get("generated" + channel.name()));
    }

    /** Beyond the 1st or the 99th percentile. */
    static boolean isRare(int percentile) {
        return percentile >= 99 || percentile < 1;
    }
}
