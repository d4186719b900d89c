package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Platforms that findings may name. A double row stops the start. */
public final class Platforms {
    /** The table that ships with the service. */
    public static final Platforms SHIPPED = read("/codes/platforms.yaml");

    private final Map<String, Row> rows;

    private Platforms(List<Row> rows) {
        this.rows =
                rows.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> folded(row.platform()), Function.identity()));
    }

    /** One platform. */
    public record Row(String platform, String zh, String basis, String status) {}

    public boolean knows(String platform) {
        return rows.containsKey(folded(platform));
    }

    /** Whether two names are of one platform. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Platforms read(String resource) {
        try (InputStream yaml = Platforms.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new Platforms(
                    new YAMLMapper().readValue(yaml, new TypeReference<List<Row>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
