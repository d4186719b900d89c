package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.registry.imports.StagedRows.RowState;
import io.mingjian.registry.imports.StagedRows.StagedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that go out: the faulty rows as they came with a column that says what is wrong, so that
 * they can be mended and sent again; and the empty template.
 */
@ApplicationScoped
class ErrorFile {
    private static final String SHEET = "投诉举报";
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
        try (SheetWriter writer = format.writer(SHEET)) {
            writer.line(with(job.names(), Headings.ERRORS));
            int after = 0;
            List<StagedRow> page = page(caller, job, after);
            while (!page.isEmpty()) {
                for (StagedRow row : page) {
                    List<String> texts = rows.open(job.id(), row).texts();
                    writer.line(with(texts, RowFault.joined(row.rowNo(), row.errors())));
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
        try (SheetWriter writer = format.writer(SHEET)) {
            writer.line(columns.stream().map(Column::heading).toList());
            writer.line(columns.stream().map(Column::example).toList());
            return writer.bytes();
        }
    }

    private List<StagedRow> page(Caller caller, ImportJob job, int after) {
        return work.session(() -> rows.page(caller, job.id(), RowState.BAD, after, AT_ONCE));
    }

    private static List<String> with(List<String> texts, String last) {
        List<String> line = new ArrayList<>(texts);
        line.add(last);
        return line;
    }
}
