package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.mingjian.monitoring.lead.LeadIntake;
import io.mingjian.monitoring.lead.Submissions.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps rows beside what would become of them if they were entered now. */
@ApplicationScoped
class RowStaging {
    private final LeadImportRows rows;
    private final LeadIntake findings;
    private final ObjectMapper json;

    RowStaging(LeadImportRows rows, LeadIntake findings, ObjectMapper json) {
        this.rows = rows;
        this.findings = findings;
        this.json = json;
    }

    Uni<Void> keep(Caller agency, UUID instructionId, UUID importId, List<ReadRow> read) {
        List<ReadRow> legible = read.stream().filter(ReadRow::isLegible).toList();
        Uni<List<@Nullable Outcome>> told =
                legible.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : findings.preview(
                                agency,
                                instructionId,
                                legible.stream().map(row -> asKept(row.form())).toList());
        return told.map(outcomes -> staged(read, outcomes.iterator()))
                .chain(staged -> rows.add(agency, importId, staged));
    }

    /**
     * As the form will be read when it is entered, and as it would have been sent: of a price the
     * number counts, not how it was written, else a repetition would be another finding.
     */
    private JsonNode asKept(JsonNode form) {
        try {
            return json.readTree(form.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("forms are JSON", impossible);
        }
    }

    private static List<StagedRow> staged(
            List<ReadRow> read, Iterator<@Nullable Outcome> outcomes) {
        List<StagedRow> staged = new ArrayList<>(read.size());
        for (ReadRow row : read) {
            staged.add(row.isLegible() ? row.staged(outcomes.next()) : row.illegible());
        }
        return staged;
    }
}
