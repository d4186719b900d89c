package io.mingjian.monitoring.imports;

import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.LeadImportRows.RowState;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.mingjian.monitoring.lead.FindingEntry;
import io.mingjian.monitoring.lead.FindingEntry.Known;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row after its form check.
 *
 * @param sha256 of its finding; absent if the row is faulty
 */
record CheckedRow(StagedRow row, @Nullable String sha256) {
    boolean isGood() {
        return row.state() == RowState.GOOD;
    }

    CheckedRow with(RowFault fault) {
        if (row.content() == null) {
            throw new IllegalStateException("a row that is read has its content");
        }
        return new CheckedRow(
                StagedRow.bad(row.rowNo(), row.findingNo(), row.content(), List.of(fault)), null);
    }

    /** The row as it stands beside what the agency handed in before. */
    StagedRow against(Map<String, Known> known) {
        Known earlier = isGood() ? known.get(String.valueOf(row.findingNo())) : null;
        if (earlier == null) {
            return row;
        }
        return earlier.sha256().equals(sha256)
                ? row.repeating(earlier.leadId())
                : with(FindingColumns.ALL.fault(FindingEntry.reused())).row();
    }
}
