package io.mingjian.kit.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.table.SheetWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The faulty rows as they came with a column that says what is wrong, so that they can be mended
 * and sent again.
 */
final class ErrorFile {
    private static final int AT_ONCE = 500;

    private final ImportTables tables;
    private final ImportRows rows;
    private final Work work;

    ErrorFile(ImportTables tables, ImportRows rows, Work work) {
        this.tables = tables;
        this.rows = rows;
        this.work = work;
    }

    byte[] of(Caller caller, ImportJob<?> job, String sheet, SheetWriter.Format format)
            throws IOException {
        try (SheetWriter writer = format.writer(sheet)) {
            writer.line(with(job.names(), Headings.ERRORS));
            List<StagedRow> page = page(caller, job, 0);
            while (!page.isEmpty()) {
                for (StagedRow row : page) {
                    RowContent content = rows.open(job.id(), row);
                    writer.line(
                            with(
                                    content == null ? List.of() : content.texts(),
                                    RowFault.joined(row.rowNo(), row.errors())));
                }
                page = page(caller, job, page.get(page.size() - 1).rowNo());
            }
            return writer.bytes();
        }
    }

    private List<StagedRow> page(Caller caller, ImportJob<?> job, int after) {
        return work.session(
                () -> rows.page(caller, job.id(), tables.name(Outcome.Fate.BAD), after, AT_ONCE));
    }

    private static List<String> with(List<String> texts, String last) {
        List<String> line = new ArrayList<>(texts);
        line.add(last);
        return line;
    }
}
