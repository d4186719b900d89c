package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of violations that findings may name: data with a basis, not code, because the national
 * code tables are not published. A double or incomplete row stops the start.
 */
public final class ViolationTypes {
    /** The table that ships with the service. */
    public static final ViolationTypes SHIPPED = read("/codes/violation-types.yaml");

    private final Map<String, Row> rows;

    private ViolationTypes(List<Row> rows) {
        this.rows =
                rows.stream().collect(Collectors.toUnmodifiableMap(Row::code, Function.identity()));
    }

    /**
     * One kind of violation.
     *
     * @param status {@code LAW} when the provision names it, {@code ASSUMPTION} when the code is
     *     this product's
     */
    public record Row(String code, String zh, String en, String basis, String status) {}

    public boolean knows(@Nullable String code) {
        return code != null && rows.containsKey(code);
    }

    /** All kinds, by code. */
    public Map<String, Row> rows() {
        return rows;
    }

    private static ViolationTypes read(String resource) {
        try (InputStream yaml = ViolationTypes.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new ViolationTypes(
                    new YAMLMapper().readValue(yaml, new TypeReference<List<Row>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
