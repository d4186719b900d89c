package io.mingjian.kit.imports;

import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.FormReader;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.Table;
import io.mingjian.kit.table.Table.Line;
import io.mingjian.kit.table.Unreadable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a file into staged rows, on a worker thread. Begins anew if a worker before did not come to
 * the end.
 */
final class ImportReading<J extends ImportJob<?>> {
    private final ImportTables tables;
    private final ImportLease<J> lease;
    private final ImportPieces pieces;
    private final ImportRows rows;
    private final RowStaging<J> staging;
    private final ImportSettings settings;
    private final Work work;

    ImportReading(
            ImportTables tables,
            ImportLease<J> lease,
            ImportPieces pieces,
            ImportRows rows,
            RowStaging<J> staging,
            ImportSettings settings,
            Work work) {
        this.tables = tables;
        this.lease = lease;
        this.pieces = pieces;
        this.rows = rows;
        this.staging = staging;
        this.settings = settings;
        this.work = work;
    }

    /**
     * @throws Lost if the job is no longer this worker's
     */
    void read(J job, RowMeaning<J, ?> meaning, UUID worker) throws IOException {
        Path file = Files.createTempFile(tables.noun(), ".part");
        try {
            assemble(job.id(), file);
            lease.held(job, worker, () -> rows.remove(tables.machine(), job.id()));
            Headings headings = stage(job, meaning, worker, file);
            lease.held(
                    job,
                    worker,
                    () ->
                            lease.end(
                                    job,
                                    worker,
                                    "read",
                                    found -> found.show(tables.machine(), headings.names())));
        } catch (Unreadable unreadable) {
            lease.fail(job, worker, String.valueOf(unreadable.getMessage()));
        } catch (Refusal refusal) {
            if (!meaning.isEndedBy(refusal)) {
                throw refusal;
            }
            lease.fail(job, worker, refusal.detail(false));
        } finally {
            Files.delete(file);
        }
    }

    private void assemble(UUID id, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int seq = 0; ; seq++) {
                int next = seq;
                Optional<byte[]> piece =
                        work.session(() -> pieces.read(tables.machine(), id, next));
                if (piece.isEmpty()) {
                    return;
                }
                out.write(pieces.open(piece.get(), id, seq));
            }
        }
    }

    private <R> Headings stage(J job, RowMeaning<J, R> meaning, UUID worker, Path file)
            throws IOException {
        try (Table table = Table.open(file)) {
            Line first = nextLine(table).orElseThrow(() -> new Unreadable("文件是空的。"));
            Headings headings = Headings.of(first.cells(), meaning.columns());
            FormReader forms = new FormReader(headings);
            RowReader<J, R> reader = new RowReader<>(meaning, job);
            List<ReadRow<R>> batch = new ArrayList<>();
            int count = 0;
            for (var line = nextLine(table); line.isPresent(); line = nextLine(table)) {
                if (++count > meaning.mostRows()) {
                    throw new Unreadable("文件超过" + meaning.mostRows() + "行，请拆分后上传。");
                }
                FormReader.Form form = forms.read(line.get());
                batch.add(
                        reader.read(line.get().rowNo(), form.texts(), form.form(), form.faults()));
                if (batch.size() == settings.stagedAtOnce()) {
                    keep(job, meaning, worker, batch);
                    batch = new ArrayList<>();
                }
            }
            if (count == 0) {
                throw new Unreadable("文件只有表头，没有内容。");
            }
            keep(job, meaning, worker, batch);
            return headings;
        }
    }

    private static Optional<Line> nextLine(Table table) {
        Optional<Line> line = table.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = table.next();
        }
        return line;
    }

    private <R> void keep(J job, RowMeaning<J, R> meaning, UUID worker, List<ReadRow<R>> batch) {
        if (!batch.isEmpty()) {
            lease.held(job, worker, () -> staging.keep(job, meaning, batch));
        }
    }
}
