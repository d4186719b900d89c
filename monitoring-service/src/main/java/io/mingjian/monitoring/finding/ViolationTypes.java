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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of violations that findings may name: data with a basis, not code, because the national
 * code tables are not published. A double or incomplete row stops the start.
 */
public final class ViolationTypes {
    /** The table that ships with the service. */
    public static final ViolationTypes SHIPPED =
            new ViolationTypes(
                    read("/codes/violation-groups.yaml", new TypeReference<List<Group>>() {}),
                    read("/codes/violation-types.yaml", new TypeReference<List<Row>>() {}));

    private final List<Group> groups;
    private final Map<String, Row> rows;
    private final List<Row> ordered;

    private ViolationTypes(List<Group> groups, List<Row> rows) {
        this.groups = List.copyOf(groups);
        this.ordered = List.copyOf(rows);
        this.rows =
                rows.stream().collect(Collectors.toUnmodifiableMap(Row::code, Function.identity()));
        rows.stream()
                .filter(row -> groups.stream().noneMatch(group -> group.code().equals(row.group())))
                .findFirst()
                .ifPresent(
                        stray -> {
                            throw new IllegalStateException(stray.code() + " is in no known group");
                        });
    }

    /** Kinds of violations that are ordered together. */
    public record Group(String code, String zh, String en) {}

    /**
     * One kind of violation.
     *
     * @param group code of the group that it belongs to
     * @param status {@code LAW} when the provision names it, {@code ASSUMPTION} when the code is
     *     this product's
     */
    public record Row(
            String code, String group, String zh, String en, String basis, String status) {}

    public boolean knows(@Nullable String code) {
        return code != null && rows.containsKey(code);
    }

    /** All kinds, by code. */
    public Map<String, Row> rows() {
        return rows;
    }

    /** All groups, in the order of the table. */
    public List<Group> groups() {
        return groups;
    }

    /** The kinds of a group, in the order of the table; none for a code that is no group's. */
    public List<Row> rowsOf(String group) {
        return ordered.stream().filter(row -> row.group().equals(group)).toList();
    }

    /** The codes of the kinds of a group. */
    public List<String> inGroup(String group) {
        return rowsOf(group).stream().map(Row::code).toList();
    }

    /** The same list with each group's code replaced by its kinds, each kind once. */
    public List<String> expanded(List<String> codes) {
        return codes.stream()
                .flatMap(code -> knows(code) ? Stream.of(code) : spread(code))
                .distinct()
                .toList();
    }

    private Stream<String> spread(String code) {
        List<String> kinds = inGroup(code);
        return kinds.isEmpty() ? Stream.of(code) : kinds.stream();
    }

    private static <R> List<R> read(String resource, TypeReference<List<R>> rows) {
        try (InputStream yaml = ViolationTypes.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new YAMLMapper().readValue(yaml, rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
