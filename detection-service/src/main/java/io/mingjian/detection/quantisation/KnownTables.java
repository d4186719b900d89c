package io.mingjian.detection.quantisation;

import io.mingjian.detection.finding.DataTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables known by their digest, together with the subsampling that comes with them. */
final class KnownTables {
    private static final String ANY = "*";
    private static final Map<String, Origin> KNOWN = load();

    private KnownTables() {}

    /**
     * Whether a file puts its tables into one segment or several depends on more than the maker.
     */
    static Optional<Origin> origin(StoredTables tables) {
        return Stream.of(tables.joined(), tables.apart())
                .flatMap(
                        digest ->
                                Stream.of(tables.frame().subsampling(), ANY)
                                        .map(subsampling -> KNOWN.get(digest + subsampling)))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Map<String, Origin> load() {
        Map<String, Origin> known = new HashMap<>();
        for (List<String> row : DataTable.rows(KnownTables.class, "known-tables.csv")) {
            List<String> makers =
                    Arrays.stream(row.get(4).split(";")).filter(m -> !m.isEmpty()).toList();
            Origin origin = new Origin(Family.valueOf(row.get(2)), row.get(3), makers);
            known.put(row.get(0) + row.get(1), origin);
        }
        return known;
    }
}
