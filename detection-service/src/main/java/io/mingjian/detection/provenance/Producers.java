package io.mingjian.detection.provenance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Services known to use a credit code; data, because it grows without a release of the reader. */
final class Producers {
    private static final Map<String, String> KNOWN = load();

    private Producers() {}

    static Optional<String> knownFor(String uscc) {
        return Optional.ofNullable(KNOWN.get(uscc));
    }

    private static Map<String, String> load() {
        InputStream resource =
                Objects.requireNonNull(
                        Producers.class.getResourceAsStream("producers.csv"), "producers.csv");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
