package io.mingjian.monitoring.imports;

import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Columns;
import java.util.ArrayList;
import java.util.List;

/** All columns that a file of findings may have, in the order of the template. */
public final class FindingColumns {
    /** Findings with more evidence come in as JSON. */
    private static final int MOST_EVIDENCE = 3;

    public static final Columns ALL = all();

    private FindingColumns() {}

    private static Columns all() {
        List<Column> columns = new ArrayList<>(List.of(FindingColumn.values()));
        for (int number = 1; number <= MOST_EVIDENCE; number++) {
            for (FixationColumn each : FixationColumn.values()) {
                columns.add(each.of(number));
            }
        }
        return new Columns(columns);
    }
}
