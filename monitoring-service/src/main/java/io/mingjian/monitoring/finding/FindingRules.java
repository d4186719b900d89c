package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table of the machine's checks: what each says, whether it refuses or only flags, and on what
 * it stands. A missing, double or unlawful row stops the start.
 */
public final class FindingRules {
    /** The table that ships with the service. */
    public static final FindingRules SHIPPED = read("/codes/finding-checks.yaml");

    private final Map<FindingRule, Row> rows = new EnumMap<>(FindingRule.class);

    private FindingRules(List<Row> list) {
        for (Row row : list) {
            if (rows.put(row.rule(), row) != null) {
                throw new IllegalStateException("two rows for " + row.rule());
            }
            if (row.rule().refusesAlways() && row.severity() != Severity.REFUSE) {
                throw new IllegalStateException(row.rule() + " must refuse");
            }
        }
        Arrays.stream(FindingRule.values())
                .filter(rule -> !rows.containsKey(rule))
                .findFirst()
                .ifPresent(
                        rule -> {
                            throw new IllegalStateException("no row for " + rule);
                        });
    }

    /** What a failed check does. */
    public enum Severity {
        /** The finding is not taken. */
        REFUSE,
        /** The finding is taken and the reviewer is told. */
        FLAG
    }

    /** What a flag means for the review of a lot by sample. */
    public enum Lots {
        /** A doubt about this one finding: a person looks at it by itself. */
        KEEPS_OUT,
        /** Told to the reviewer, and no reason to look at the finding by itself. */
        LETS_IN
    }

    /**
     * One check.
     *
     * @param code what callers read in {@code errors[].code}
     * @param zh what is wrong and what is expected; may have places to fill
     * @param limit the number in the words, where the check has one
     * @param lots whether a lead with this flag may be in a lot; nothing said keeps it out
     * @param status {@code LAW}, {@code ORDER} or {@code ASSUMPTION}
     */
    public record Row(
            FindingRule rule,
            Severity severity,
            String code,
            String zh,
            @Nullable Integer limit,
            @Nullable Lots lots,
            String basis,
            String status) {
        boolean isRefusal() {
            return severity == Severity.REFUSE;
        }

        /** The number in the words. */
        int number() {
            return Objects.requireNonNull(limit, () -> rule + " needs a limit");
        }
    }

    Row row(FindingRule rule) {
        return Objects.requireNonNull(rows.get(rule));
    }

    /** All checks, in the order of their names in code. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** What the reviewer is told where this holds. */
    public Flag flag(FindingRule rule, String pointer) {
        return new Flag(rule.name(), pointer, row(rule).zh());
    }

    /** Whether a lead with this flag is reviewed by itself, and by no sample. */
    public boolean keepsOutOfLots(Flag flag) {
        return rows.values().stream()
                .noneMatch(
                        row -> row.rule().name().equals(flag.rule()) && row.lots() == Lots.LETS_IN);
    }

    private static FindingRules read(String resource) {
        try (InputStream yaml = FindingRules.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new FindingRules(
                    new YAMLMapper().readValue(yaml, new TypeReference<List<Row>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
