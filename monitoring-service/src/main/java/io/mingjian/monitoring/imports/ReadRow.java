package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.mingjian.monitoring.lead.Submissions.Outcome;
import io.mingjian.monitoring.lead.Submissions.Repeated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The row beside what would become of its finding.
     *
     * @param told absent if a lead would be made of it
     */
    StagedRow staged(@Nullable Outcome told) {
        StagedRow good = StagedRow.good(rowNo, findingNo(), content);
        if (told instanceof Repeated repeated) {
            return good.repeating(repeated.leadId());
        }
        List<RowFault> found = Outcomes.faults(told);
        return found.isEmpty() ? good : StagedRow.bad(rowNo, findingNo(), content, found);
    }

    StagedRow illegible() {
        return StagedRow.bad(rowNo, findingNo(), content, faults);
    }
}
