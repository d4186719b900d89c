package io.mingjian.monitoring.imports;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.lead.Submissions.NumberReused;
import io.mingjian.monitoring.lead.Submissions.Outcome;
import io.mingjian.monitoring.lead.Submissions.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the leads' room says of a finding, in the words of a file. */
final class Outcomes {
    private static final FieldError REUSED =
            new FieldError("/findingNo", "finding-no-reused", "该线索编号已用于内容不同的线索，请更换编号；补正请使用补正接口。");

    private Outcomes() {}

    /** Why no lead is made of it; none if one is, or was. */
    static List<FieldError> errors(@Nullable Outcome outcome) {
        if (outcome instanceof Refused refused) {
            return refused.errors();
        }
        return outcome instanceof NumberReused ? List.of(REUSED) : List.of();
    }

    static List<RowFault> faults(@Nullable Outcome outcome) {
        return errors(outcome).stream().map(FindingColumns.ALL::fault).toList();
    }
}
