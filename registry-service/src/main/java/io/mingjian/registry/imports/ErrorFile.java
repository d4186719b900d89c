package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.imports.StagedRows.RowState;
import io.mingjian.registry.imports.StagedRows.StagedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that go out: the faulty rows as they came with a column that says what is wrong, so that
 * they can be mended and sent again; and the empty template.
 */
@ApplicationScoped
class ErrorFile {
    /** Heading of the column of errors; a file that comes back may still have it. */
    static final String HEADING = "错误";

    private static final int AT_ONCE = 500;

    private final StagedRows rows;
    private final RowKinds kinds;
    private final Work work;

    ErrorFile(StagedRows rows, RowKinds kinds, Work work) {
        this.rows = rows;
        this.kinds = kinds;
        this.work = work;
    }

    /** The faulty rows. The caller must be allowed to see the import, and is put on record. */
    byte[] of(Caller caller, ImportJob job, SheetWriter.Format format) throws IOException {
        try (SheetWriter writer = format.writer()) {
            writer.line(with(job.names(), HEADING));
            int after = 0;
            List<StagedRow> page = page(caller, job, after);
            while (!page.isEmpty()) {
                for (StagedRow row : page) {
                    List<String> texts = rows.open(job.id(), row).texts();
                    writer.line(with(texts, errors(row)));
                    after = row.rowNo();
                }
                page = page(caller, job, after);
            }
            return writer.bytes();
        }
    }

    /** Headings and one line that is filled in. */
    byte[] template(ImportKind kind, SheetWriter.Format format) throws IOException {
        List<Column> columns = kinds.of(kind).columns().all();
        try (SheetWriter writer = format.writer()) {
            writer.line(columns.stream().map(Column::heading).toList());
            writer.line(columns.stream().map(Column::example).toList());
            return writer.bytes();
        }
    }

    private List<StagedRow> page(Caller caller, ImportJob job, int after) {
        return work.session(() -> rows.page(caller, job.id(), RowState.BAD, after, AT_ONCE));
    }

    private static String errors(StagedRow row) {
        return row.errors().stream()
                .map(
                        each ->
                                each.column().isEmpty()
                                        ? each.detail()
                                        : each.column() + "：" + each.detail())
                .collect(Collectors.joining("\n", "第" + row.rowNo() + "行 ", ""));
    }

    private static List<String> with(List<String> texts, String last) {
        List<String> line = new ArrayList<>(texts);
        line.add(last);
        return line;
    }
}
