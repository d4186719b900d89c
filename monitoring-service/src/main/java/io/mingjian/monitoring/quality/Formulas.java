package io.mingjian.monitoring.quality;

import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All versions of all formulas; data of {@code quality/formulas.yaml}. Versions that do not follow
 * each other stop the start.
 */
final class Formulas {
    static final Formulas SHIPPED = of(Tables.INSTALLED);

    private final Map<String, List<Formula>> versions = new LinkedHashMap<>();

    Formulas(List<Formula> rows) {
        rows.forEach(Formulas::requireWhole);
        rows.forEach(
                row -> versions.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row));
        versions.values().forEach(Formulas::requireSuccession);
    }

    static Formulas of(Tables tables) {
        return tables.make(
                Table.QUALITY_FORMULAS, yaml -> new Formulas(RuleFile.parse(yaml, Formula.class)));
    }

    private static void requireWhole(Formula row) {
        if (Stream.of(
                        row.code(),
                        row.zh(),
                        row.en(),
                        row.validFrom(),
                        row.numerator(),
                        row.denominator(),
                        row.basis(),
                        row.status())
                .anyMatch(Objects::isNull)) {
            throw new IllegalStateException(row.code() + " lacks a field");
        }
    }

    private static void requireSuccession(List<Formula> own) {
        for (int at = 0; at < own.size(); at++) {
            Formula row = own.get(at);
            if (row.version() != at + 1) {
                throw new IllegalStateException(row.code() + " has no version " + (at + 1));
            }
            if (at > 0 && !row.validFrom().isAfter(own.get(at - 1).validFrom())) {
                throw new IllegalStateException(
                        "%s version %d does not begin after the one before"
                                .formatted(row.code(), row.version()));
            }
        }
    }

    List<Formula> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /** One version of each formula: the one in force on that day. */
    List<Formula> inForceOn(LocalDate day) {
        return versions.keySet().stream().flatMap(code -> find(code, day).stream()).toList();
    }

    /** The version of a formula in force on that day, if there is one. */
    Optional<Formula> find(String code, LocalDate day) {
        return versions.getOrDefault(code, List.of()).stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }
}
