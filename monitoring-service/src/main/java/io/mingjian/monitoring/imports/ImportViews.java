package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Figures;
import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.imports.RowContent;
import io.mingjian.kit.imports.StagedRow;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.time.LegalDay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the doors of imports answer. */
final class ImportViews {
    private ImportViews() {}

    /**
     * An import.
     *
     * @param bundleId the bundle that its findings came with
     * @param failure why it came to no good end
     * @param firstRows of the file, whatever became of them
     * @param firstErrors the first faulty rows
     */
    @Schema(name = "LeadImportView", description = "线索批量导入 / An import of findings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeadImportView(
            UUID id,
            UUID instructionId,
            @Nullable UUID bundleId,
            String fileName,
            ImportState state,
            String stateName,
            LeadImportFigures figures,
            @Nullable String failure,
            List<LeadImportRowView> firstRows,
            List<LeadImportRowView> firstErrors,
            OffsetDateTime createdAt,
            List<ImportStep> openSteps) {

        static LeadImportView of(
                LeadImport job,
                Figures figures,
                List<LeadImportRowView> firstRows,
                List<LeadImportRowView> firstErrors,
                Caller caller) {
            return new LeadImportView(
                    job.id(),
                    job.instructionId(),
                    job.bundleId(),
                    job.fileName(),
                    job.state(),
                    job.state().zh(),
                    new LeadImportFigures(
                            figures.rows(),
                            figures.of("GOOD"),
                            figures.of("BAD"),
                            figures.of("ENTERED"),
                            figures.of("REPEATED")),
                    job.failure(),
                    firstRows,
                    firstErrors,
                    job.createdAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    job.openSteps(caller));
        }
    }

    /**
     * How far it is.
     *
     * @param rows read so far
     * @param good not entered yet
     * @param repeated the same finding had come before
     */
    @Schema(name = "LeadImportFigures", description = "读取、可登记、有误、已登记、已有的行数 / Rows by what they are")
    record LeadImportFigures(long rows, long good, long bad, long entered, long repeated) {}

    /** A row; what it says is no longer told once it is a lead. */
    @Schema(name = "LeadImportRowView", description = "一行及其错误 / A row and what is wrong with it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeadImportRowView(
            int rowNo,
            RowState state,
            @Nullable String findingNo,
            @Nullable String pageUrl,
            @Nullable String subjectName,
            @Nullable String violationType,
            @Nullable UUID leadId,
            List<RowFault> errors) {

        static LeadImportRowView of(StagedRow row, @Nullable RowContent content) {
            return new LeadImportRowView(
                    row.rowNo(),
                    RowState.valueOf(row.state()),
                    row.number() == null ? text(content, "findingNo") : row.number(),
                    text(content, "pageUrl"),
                    text(content, "subjectName"),
                    text(content, "violationType"),
                    row.as(),
                    row.errors());
        }

        private static @Nullable String text(@Nullable RowContent content, String field) {
            JsonNode value = content == null ? null : content.form().get(field);
            return value == null || !value.isTextual() ? null : value.textValue();
        }
    }
}
