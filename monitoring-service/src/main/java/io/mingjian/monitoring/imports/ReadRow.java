package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.mingjian.monitoring.lead.FindingEntry.Entered;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as it was read, before anybody looked at its finding.
 *
 * @param faults of single cells, or of what came with the row
 */
record ReadRow(int rowNo, Content content, List<RowFault> faults) {
    boolean isLegible() {
        return faults.isEmpty();
    }

    String findingNo() {
        return content.form().path("findingNo").asText();
    }

    JsonNode form() {
        return content.form();
    }

    ReadRow with(RowFault fault) {
        List<RowFault> more = new ArrayList<>(faults);
        more.add(fault);
        return new ReadRow(rowNo, content, List.copyOf(more));
    }

    /** The row beside what the leads' room says of its finding. */
    StagedRow staged(Entered told) {
        StagedRow good = StagedRow.good(rowNo, findingNo(), content);
        if (told.leadId() != null) {
            return good.repeating(told.leadId());
        }
        return told.errors().isEmpty()
                ? good
                : StagedRow.bad(
                        rowNo,
                        findingNo(),
                        content,
                        told.errors().stream().map(FindingColumns.ALL::fault).toList());
    }

    StagedRow illegible() {
        return StagedRow.bad(rowNo, findingNo(), content, faults);
    }
}
