package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mingjian.monitoring.assignment.Districts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Places that papers need beside their texts; what is missing stops the start. */
final class PaperTables {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /** The sketch of the city: every district once. */
    static final List<Tile> TILES = tiles();

    private PaperTables() {}

    /** Where a district stands on the sketch, from the upper left corner. */
    record Tile(String code, int row, int column) {}

    private static List<Tile> tiles() {
        List<Tile> tiles = read("/papers/district-tiles.yaml", Tile.class);
        for (Districts.District district : Districts.SHIPPED.all()) {
            long found = tiles.stream().filter(each -> each.code().equals(district.code())).count();
            if (found != 1) {
                throw new IllegalStateException(
                        "papers/district-tiles.yaml names "
                                + district.code()
                                + " "
                                + found
                                + " times");
            }
        }
        return tiles;
    }

    private static <R> List<R> read(String resource, Class<R> row) {
        try (InputStream in = PaperTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return YAML.readerForListOf(row).readValue(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
