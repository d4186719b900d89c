package io.mingjian.detection.quantisation;

import io.mingjian.detection.finding.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Tables that a library derives from printed ones by a quality of 1 to 100. */
final class ScaledTables {
    /** Place of each step of the zigzag order, row by row. */
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27,
        20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
        58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
    };

    private static final int NARROW_MOST = 255;
    private static final int WIDE_MOST = 32_767;

    private static final Map<Family, ScaledTables> PRINTED = load();

    private final Family family;
    private final List<Integer> luma;
    private final List<Integer> chroma;

    private ScaledTables(Family family, List<Integer> luma, List<Integer> chroma) {
        this.family = family;
        this.luma = luma;
        this.chroma = chroma;
    }

    static Optional<Origin> origin(StoredTables tables) {
        return PRINTED.values().stream()
                .flatMap(printed -> printed.setting(tables).stream())
                .findFirst();
    }

    /** Programs may choose a quality for colour of its own, or use the first table for all. */
    private Optional<Origin> setting(StoredTables tables) {
        OptionalInt quality = quality(luma, tables.luma());
        if (quality.isEmpty()) {
            return Optional.empty();
        }
        int q = quality.getAsInt();
        List<StoredTable> colours =
                tables.chroma().stream()
                        .filter(table -> !table.steps().equals(scaled(chroma, q, table.bits())))
                        .toList();
        if (colours.isEmpty()) {
            return Optional.of(origin(String.valueOf(q)));
        }
        if (colours.size() > 1) {
            return Optional.empty();
        }
        if (colours.get(0).steps().equals(tables.luma().steps())) {
            return Optional.of(origin(q + " (one table for all)"));
        }
        OptionalInt other = quality(chroma, colours.get(0));
        return other.isPresent()
                ? Optional.of(origin(q + "/" + other.getAsInt()))
                : Optional.empty();
    }

    private Origin origin(String setting) {
        return new Origin(family, setting, List.of());
    }

    private static OptionalInt quality(List<Integer> printed, StoredTable table) {
        return IntStream.rangeClosed(1, 100)
                .filter(q -> table.steps().equals(scaled(printed, q, table.bits())))
                .findFirst();
    }

    /** The rule of libjpeg, in whole numbers. */
    static List<Integer> scaled(List<Integer> printed, int quality, int bits) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int most = bits == 8 ? NARROW_MOST : WIDE_MOST;
        return Arrays.stream(ZIGZAG)
                .map(place -> (printed.get(place) * scale + 50) / 100)
                .map(step -> Math.max(1, Math.min(most, step)))
                .boxed()
                .toList();
    }

    private static Map<Family, ScaledTables> load() {
        Map<Family, List<List<Integer>>> read = new EnumMap<>(Family.class);
        for (List<String> row : DataTable.rows(ScaledTables.class, "base-tables.csv")) {
            read.computeIfAbsent(Family.valueOf(row.get(0)), f -> new ArrayList<>())
                    .add(Arrays.stream(row.get(2).split(" ")).map(Integer::valueOf).toList());
        }
        Map<Family, ScaledTables> printed = new EnumMap<>(Family.class);
        read.forEach((f, lists) -> printed.put(f, new ScaledTables(f, lists.get(0), lists.get(1))));
        return printed;
    }
}
