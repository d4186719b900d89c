package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a quality review may find wrong, as data. A double or incomplete row stops the start. */
public final class DefectTypes {
    /** The table that ships with the service. */
    public static final DefectTypes SHIPPED = read("/codes/defects.yaml");

    private final Map<String, Row> rows;

    private DefectTypes(List<Row> rows) {
        this.rows =
                rows.stream().collect(Collectors.toUnmodifiableMap(Row::code, Function.identity()));
    }

    /**
     * One kind of defect.
     *
     * @param evidence whether it counts towards the evidence-defect rate of the agency
     */
    public record Row(
            String code, String zh, String en, boolean evidence, String basis, String status) {}

    public Optional<Row> row(String code) {
        return Optional.ofNullable(rows.get(code));
    }

    /** All kinds, by code. */
    public Map<String, Row> rows() {
        return rows;
    }

    private static DefectTypes read(String resource) {
        try (InputStream yaml = DefectTypes.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new DefectTypes(
                    new YAMLMapper().readValue(yaml, new TypeReference<List<Row>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
