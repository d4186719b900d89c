package io.mingjian.kit.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dated limits of one room, read from a YAML list on the classpath. A lawyer may change the
 * file; unknown names, names without a row, gaps and overlaps in time stop the start.
 *
 * <pre>{@code
 * - {limit: ACCEPTANCE, amount: 7, unit: WORKING_DAY, basis: "Order 121 Art 15", status: ORDER, validFrom: 2026-04-15}
 * }</pre>
 *
 * An optional {@code validTo} (last day) ends a row; without it a row ends the day before the next
 * one of the same limit begins.
 */
public final class LegalLimits<L extends Enum<L> & LimitName> {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private final Map<L, List<Row>> rows;

    private LegalLimits(Map<L, List<Row>> rows) {
        this.rows = rows;
    }

    /**
     * The limits in this classpath resource, such as {@code limits/complaint.yaml}.
     *
     * @throws LimitsRejected when the file is missing or must not be used
     */
    public static <L extends Enum<L> & LimitName> LegalLimits<L> load(
            Class<L> names, String resource) {
        try (InputStream in = names.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new LimitsRejected(resource, List.of("not on the classpath"));
            }
            return parse(names, resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new LimitsRejected(resource, broken);
        }
    }

    /**
     * The limits in a text of the same form.
     *
     * @param source what it is called when it is refused
     */
    public static <L extends Enum<L> & LimitName> LegalLimits<L> parse(
            Class<L> names, String source, String yaml) {
        List<Row> all = rowsIn(source, yaml);
        var faults = new ArrayList<String>();
        var byName = new EnumMap<L, List<Row>>(names);
        for (L name : names.getEnumConstants()) {
            List<Row> own = rowsOf(name.name(), all);
            byName.put(name, own);
            faults.addAll(faultsOf(name.name(), own));
        }
        faults.addAll(unknownNames(byName, all));
        if (!faults.isEmpty()) {
            throw new LimitsRejected(source, faults);
        }
        return new LegalLimits<>(byName);
    }

    /**
     * The row of this limit that is in force on that day.
     *
     * @throws LimitUnknown when the day lies before the first row or after the last one ended
     */
    public LegalLimit at(L limit, LocalDate day) {
        return rows.getOrDefault(limit, List.of()).stream()
                .filter(row -> row.isInForceOn(day))
                .reduce((earlier, later) -> later)
                .map(Row::toLimit)
                .orElseThrow(() -> new LimitUnknown(limit.name(), day));
    }

    /** All rows, by limit and first day; for the table of the legal basis. */
    public List<LegalLimit> all() {
        return rows.values().stream().flatMap(List::stream).map(Row::toLimit).toList();
    }

    private static List<Row> rowsIn(String source, String yaml) {
        try {
            List<Row> rows = YAML.readValue(yaml, new TypeReference<List<Row>>() {});
            rows.forEach(Row::toLimit);
            return rows;
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new LimitsRejected(source, broken);
        }
    }

    private static List<Row> rowsOf(String name, List<Row> all) {
        return all.stream()
                .filter(row -> row.limit().equals(name))
                .sorted(Comparator.comparing(Row::validFrom))
                .toList();
    }

    private static List<String> faultsOf(String name, List<Row> own) {
        if (own.isEmpty()) {
            return List.of(name + " has no row");
        }
        Stream<String> backwards =
                own.stream()
                        .filter(Row::endsBeforeItBegins)
                        .map(row -> name + " ends too early: " + row);
        Stream<String> seams =
                Stream.iterate(1, i -> i < own.size(), i -> i + 1)
                        .flatMap(i -> seamFault(own.get(i - 1), own.get(i)));
        return Stream.concat(backwards, seams).toList();
    }

    private static Stream<String> seamFault(Row earlier, Row later) {
        LocalDate next = later.validFrom();
        LocalDate end = earlier.validTo();
        if (earlier.validFrom().equals(next) || (end != null && !end.isBefore(next))) {
            return Stream.of(later.limit() + " overlaps on " + next);
        }
        boolean gap = end != null && end.plusDays(1).isBefore(next);
        return gap ? Stream.of(later.limit() + " has a gap before " + next) : Stream.of();
    }

    private static <L extends Enum<L> & LimitName> List<String> unknownNames(
            Map<L, List<Row>> byName, List<Row> all) {
        List<String> known = byName.keySet().stream().map(Enum::name).toList();
        return all.stream()
                .map(Row::limit)
                .filter(name -> !known.contains(name))
                .distinct()
                .map(name -> name + " is not a known limit")
                .toList();
    }

    /** One line of the file. */
    private record Row(
            String limit,
            int amount,
            PeriodUnit unit,
            String basis,
            LimitStatus status,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Row {
            Objects.requireNonNull(limit, "a row has no limit name");
            Objects.requireNonNull(unit, () -> limit + " has no unit");
            Objects.requireNonNull(basis, () -> limit + " has no basis");
            Objects.requireNonNull(status, () -> limit + " has no status");
            Objects.requireNonNull(validFrom, () -> limit + " has no validFrom");
        }

        LegalLimit toLimit() {
            return new LegalLimit(limit, amount, unit, basis, status, validFrom);
        }

        boolean isInForceOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }

        boolean endsBeforeItBegins() {
            return validTo != null && validTo.isBefore(validFrom);
        }
    }
}
