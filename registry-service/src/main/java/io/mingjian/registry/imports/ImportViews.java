package io.mingjian.registry.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Figures;
import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.imports.StagedRow;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.time.LegalDay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the door of imports answers. */
final class ImportViews {
    private ImportViews() {}

    /**
     * An import.
     *
     * @param failure why the file could not be read
     * @param firstErrors of the first faulty rows
     */
    @Schema(name = "ImportView", description = "批量导入 / An import")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportView(
            UUID id,
            ImportKind kind,
            String kindName,
            String fileName,
            ImportState state,
            String stateName,
            ImportFigures figures,
            @Nullable String failure,
            List<ImportRowView> firstErrors,
            OffsetDateTime createdAt,
            List<ImportStep> openSteps) {

        static ImportView of(
                ImportJob job, Figures figures, List<StagedRow> firstErrors, Caller caller) {
            return new ImportView(
                    job.id(),
                    job.kind(),
                    job.kind().zh(),
                    job.fileName(),
                    job.state(),
                    job.state().zh(),
                    new ImportFigures(
                            figures.rows(),
                            figures.of("GOOD"),
                            figures.of("BAD"),
                            figures.of("REGISTERED")),
                    job.failure(),
                    firstErrors.stream().map(ImportRowView::of).toList(),
                    job.createdAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    job.openSteps(caller));
        }
    }

    /**
     * How far it is.
     *
     * @param rows read so far
     * @param good not entered yet
     */
    @Schema(name = "ImportFigures", description = "读取、可登记、有误、已登记的行数 / Rows by what they are")
    record ImportFigures(long rows, long good, long bad, long registered) {}

    /** A row without what it says. */
    @Schema(name = "ImportRowView", description = "一行及其错误 / A row and what is wrong with it")
    record ImportRowView(int rowNo, RowState state, List<RowFault> errors) {
        static ImportRowView of(StagedRow row) {
            return new ImportRowView(row.rowNo(), RowState.valueOf(row.state()), row.errors());
        }
    }
}
