package io.mingjian.detection.provenance;

import io.mingjian.detection.finding.DataTable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Services known to use a credit code; data, because it grows without a release of the reader. */
final class Producers {
    private static final Map<String, String> KNOWN =
            DataTable.rows(Producers.class, "producers.csv").stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private Producers() {}

    static Optional<String> knownFor(String uscc) {
        return Optional.ofNullable(KNOWN.get(uscc));
    }
}
