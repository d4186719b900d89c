package io.mingjian.detection.analysis;

import static io.mingjian.contracts.IndicationBand.DECLARED_OR_REUSED;
import static io.mingjian.contracts.IndicationBand.SOME_SIGNS;
import static io.mingjian.contracts.IndicationBand.STRONG_SIGNS;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.detection.finding.DataTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a version of the fusion rules from its file. What is unknown, missing, doubled or against
 * the principles of {@link FusionPrinciples} stops the start; nothing is guessed.
 */
final class FusionTable {
    private static final int SIGNAL_CELLS = 14;

    /** Of it and those before, signals have no cell that says what false alarms are counted in. */
    private static final int LAST_WITHOUT_UNIT = 8;

    private static final int UNIT = 10;

    private final int version;
    private final Map<IndicationBand, Double> thresholds = new EnumMap<>(IndicationBand.class);
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final Map<String, RuleRow> rows = new LinkedHashMap<>();
    private Optional<LocalDate> since = Optional.empty();

    private FusionTable(int version) {
        this.version = version;
    }

    /** The version as it lies beside this class. */
    static FusionRules read(int version) {
        return of(version, DataTable.rows(FusionTable.class, "fusion-rules-" + version + ".csv"));
    }

    /**
     * A version from the cells of its lines.
     *
     * @throws IllegalArgumentException naming the line that cannot stand
     */
    static FusionRules of(int version, List<List<String>> lines) {
        FusionTable table = new FusionTable(version);
        for (List<String> line : lines) {
            try {
                table.take(line);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "fusion rules " + version + ", line " + line + ": " + e.getMessage(), e);
            }
        }
        FusionRules rules = table.rules();
        FusionPrinciples.check(rules);
        return rules;
    }

    private void take(List<String> cells) {
        switch (cells.get(0)) {
            case "version" -> version(cells);
            case "threshold" ->
                    thresholds.put(
                            IndicationBand.valueOf(cells.get(1)), Double.parseDouble(cells.get(2)));
            case "question" -> questions.put(cells.get(1), cells.get(2));
            case "signal" -> add(signal(cells));
            default -> throw new IllegalArgumentException("unknown kind of line");
        }
    }

    private void version(List<String> cells) {
        if (Integer.parseInt(cells.get(1)) != version) {
            throw new IllegalArgumentException("file and line name different versions");
        }
        since = Optional.of(LocalDate.parse(cells.get(2)));
    }

    private void add(RuleRow row) {
        if (rows.put(row.code(), row) != null) {
            throw new IllegalArgumentException("a second row of one code");
        }
    }

    private RuleRow signal(List<String> line) {
        boolean withUnit = version > LAST_WITHOUT_UNIT;
        int takes = withUnit ? SIGNAL_CELLS : SIGNAL_CELLS - 1;
        if (line.size() != takes) {
            throw new IllegalArgumentException("a signal takes " + takes + " cells");
        }
        List<String> cells = new ArrayList<>(line);
        if (!withUnit) {
            cells.add(UNIT, "");
        }
        return new RuleRow(
                cells.get(1),
                SignalGroup.valueOf(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                IndicationBand.valueOf(cells.get(5)),
                question(cells.get(6)),
                RuleStatus.valueOf(cells.get(7)),
                errors(cells.get(8), cells.get(9), cells.get(UNIT)),
                cells.get(11),
                cells.get(12),
                cells.get(13));
    }

    private String question(String key) {
        if (key.isEmpty()) {
            return "";
        }
        return Optional.ofNullable(questions.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no question " + key));
    }

    private Optional<RuleRow.Errors> errors(String falseAlarms, String among, String unit) {
        if (falseAlarms.isEmpty() && among.isEmpty() && unit.isEmpty()) {
            return Optional.empty();
        }
        if (unit.isEmpty() && version > LAST_WITHOUT_UNIT) {
            throw new IllegalArgumentException("figures name what they are counted in");
        }
        return Optional.of(
                new RuleRow.Errors(
                        Long.parseLong(falseAlarms),
                        Long.parseLong(among),
                        unit.isEmpty() ? Optional.empty() : Optional.of(CountedIn.valueOf(unit))));
    }

    private FusionRules rules() {
        return new FusionRules(
                version,
                since.orElseThrow(() -> new IllegalArgumentException("no line of the version")),
                threshold(SOME_SIGNS),
                threshold(STRONG_SIGNS),
                threshold(DECLARED_OR_REUSED),
                new ArrayList<>(rows.values()));
    }

    private double threshold(IndicationBand band) {
        return Optional.ofNullable(thresholds.get(band))
                .orElseThrow(() -> new IllegalArgumentException("no threshold " + band));
    }
}
