package io.mingjian.monitoring.disposal;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.CodeTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The table of disposal codes, data of {@code codes/disposal-codes.yaml}. A code without a row, or
 * with two, stops the start ({@link DisposalStart}).
 */
public final class DisposalCodes {
    public static final DisposalCodes SHIPPED =
            new DisposalCodes(CodeTable.read("/codes/disposal-codes.yaml", Row.class));

    private final Map<DisposalCode, Row> rows = new EnumMap<>(DisposalCode.class);

    DisposalCodes(List<Row> given) {
        for (Row row : given) {
            if (rows.put(row.code(), row) != null) {
                throw new IllegalStateException("two rows for " + row.code());
            }
        }
        if (rows.size() != DisposalCode.values().length) {
            throw new IllegalStateException("disposal-codes.yaml lacks a code");
        }
    }

    /** What a code means. */
    public Row of(DisposalCode code) {
        return Objects.requireNonNull(rows.get(code));
    }

    /**
     * One row of the table.
     *
     * @param yearsEarlier by how many years the decision may be older than the lead
     */
    public record Row(
            DisposalCode code,
            String zh,
            Set<Need> needs,
            Confirms confirms,
            int yearsEarlier,
            String basis,
            LimitStatus status) {}

    /** What a measure must name. */
    public enum Need {
        REASONS,
        CASE_NO,
        DOCUMENT_NO,
        AGENCY,
        LEAD_NO
    }

    /** Whether a code says that there was a violation. */
    public enum Confirms {
        YES,
        NO,
        /** It leaves that to others or to later. */
        OPEN
    }
}
