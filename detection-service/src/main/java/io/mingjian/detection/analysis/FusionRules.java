package io.mingjian.detection.analysis;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of the rules by which signals become a band. The numbers are data: {@code
 * fusion-rules-N.csv} beside this class, made to be read by a lawyer. A changed number is a new
 * file; earlier ones stay, so that what was decided by them can be explained and repeated.
 *
 * <p>Absence of a mark has no row, because it says nothing.
 *
 * @param since day from which the version is used
 * @param someFrom likelihood ratio from which there are some signs
 * @param strongFrom likelihood ratio from which signs are strong
 * @param declaresFrom likelihood ratio from which a declaration or a reuse stands for itself
 */
public record FusionRules(
        int version,
        LocalDate since,
        double someFrom,
        double strongFrom,
        double declaresFrom,
        List<RuleRow> rows) {
    /**
     * Grows with every number that changes, whether it moves an indication or explains one, and
     * with every signal that comes or goes.
     */
    static final int VERSION = 9;

    /** The first version that was kept as data; what came before was never released. */
    static final int FIRST = 4;

    /** Codes that say that a label may have been taken away. */
    static final Set<String> LABEL_REMOVAL = Set.of("LABEL_RESIDUE", "LABEL_TAMPERING_TRACES");

    private static final SortedMap<Integer, FusionRules> ALL = all();

    public FusionRules {
        rows = List.copyOf(rows);
    }

    /** The version that new indications are made by. */
    public static FusionRules current() {
        return Objects.requireNonNull(ALL.get(VERSION));
    }

    /** A version, if it was kept. */
    public static Optional<FusionRules> of(int version) {
        return Optional.ofNullable(ALL.get(version));
    }

    /** All versions, the oldest first. */
    static SortedMap<Integer, FusionRules> versions() {
        return ALL;
    }

    /** The row of a code, if this version has one. */
    public Optional<RuleRow> find(String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /**
     * The row of a code.
     *
     * @throws IllegalArgumentException if the code has none; a test keeps rows and analyzers in
     *     step
     */
    RuleRow row(String code) {
        return find(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("no fusion rule for signal " + code));
    }

    private static SortedMap<Integer, FusionRules> all() {
        SortedMap<Integer, FusionRules> all = new TreeMap<>();
        for (int version = FIRST; version <= VERSION; version++) {
            all.put(version, FusionTable.read(version));
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
