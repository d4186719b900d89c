package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.mingjian.monitoring.imports.LeadImportRows.RowState;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that go out: the faulty rows as they came with a column that says what is wrong, so that
 * they can be mended and sent again; and the template with its legend.
 */
@ApplicationScoped
class ImportFiles {
    private static final String SHEET = "监测线索";
    private static final String LEGEND = "填写说明";
    private static final int AT_ONCE = 500;

    private final LeadImportRows rows;
    private final Work work;

    ImportFiles(LeadImportRows rows, Work work) {
        this.rows = rows;
        this.work = work;
    }

    /** The faulty rows. The caller must be allowed to see the import. */
    Response errors(Caller caller, LeadImport job, SheetWriter.Format format) throws IOException {
        try (SheetWriter writer = format.writer(SHEET)) {
            writer.line(with(job.names(), Headings.ERRORS));
            List<StagedRow> page = page(caller, job, 0);
            while (!page.isEmpty()) {
                for (StagedRow row : page) {
                    writer.line(with(texts(row), RowFault.joined(row.rowNo(), row.errors())));
                }
                page = page(caller, job, page.get(page.size() - 1).rowNo());
            }
            return file(writer.bytes(), format, "errors-" + job.id());
        }
    }

    /**
     * Headings and one line that is filled in; then each column with what it holds. A workbook has
     * the legend on a sheet of its own; a text file is either the one or the other.
     */
    Response template(Set<OutputField> demanded, SheetWriter.Format format, boolean legendOnly)
            throws IOException {
        List<Column> columns = FindingColumns.ALL.all();
        boolean isText = format == SheetWriter.Format.CSV;
        try (SheetWriter writer = format.writer(legendOnly ? LEGEND : SHEET)) {
            if (!legendOnly) {
                writer.line(columns.stream().map(Column::heading).toList());
                writer.line(columns.stream().map(Column::example).toList());
            }
            if (legendOnly || !isText) {
                if (!legendOnly) {
                    writer.sheet(LEGEND);
                }
                writer.line(List.of("列名", "是否必填", "填写方法", "示例"));
                for (Column column : columns) {
                    writer.line(legend(column, demanded));
                }
            }
            return file(writer.bytes(), format, legendOnly ? "legend" : "template");
        }
    }

    private static List<String> legend(Column column, Set<OutputField> demanded) {
        boolean byInstruction = demanded.stream().anyMatch(field -> field.isAt(column.pointer()));
        String must = column.isRequired() ? "必填" : byInstruction ? "本指令要求必填" : "选填";
        return List.of(
                column.heading(), must, ((FindingCell) column.kind()).hint(), column.example());
    }

    private List<StagedRow> page(Caller caller, LeadImport job, int after) {
        return work.session(() -> rows.page(caller, job.id(), RowState.BAD, after, AT_ONCE));
    }

    private static List<String> texts(StagedRow row) {
        Content content = row.content();
        return content == null ? List.of() : content.texts();
    }

    private static List<String> with(List<String> texts, String last) {
        List<String> line = new ArrayList<>(texts);
        line.add(last);
        return line;
    }

    static SheetWriter.Format format(@Nullable String given) {
        return SheetWriter.Format.of(given == null ? "xlsx" : given)
                .orElseThrow(
                        () ->
                                new Malformed(
                                        new FieldError(
                                                "/format",
                                                "unknown-code",
                                                "格式可用：csv、xlsx。",
                                                "Use csv or xlsx.")));
    }

    private static Response file(byte[] bytes, SheetWriter.Format format, String name) {
        return Response.ok(bytes)
                .type(format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + format.suffix() + "\"")
                .build();
    }
}
