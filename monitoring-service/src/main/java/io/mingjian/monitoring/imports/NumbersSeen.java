package io.mingjian.monitoring.imports;

import io.mingjian.kit.table.RowFault;
import java.util.HashMap;
import java.util.Map;

/** A number that an earlier row of the file has makes the later row faulty, not the earlier. */
final class NumbersSeen {
    private final Map<String, Integer> rowOf = new HashMap<>();

    ReadRow check(ReadRow row) {
        if (!row.isLegible() || row.findingNo().isEmpty()) {
            return row;
        }
        Integer earlier = rowOf.putIfAbsent(row.findingNo(), row.rowNo());
        return earlier == null
                ? row
                : row.with(
                        new RowFault(
                                FindingColumn.FINDING_NO.heading(),
                                "twice-in-file",
                                "与第" + earlier + "行的线索编号相同。"));
    }
}
