package io.mingjian.monitoring.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.FormReader;
import io.mingjian.kit.table.FormReader.Form;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.Table;
import io.mingjian.kit.table.Table.Line;
import io.mingjian.kit.table.Unreadable;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads a file into staged rows, on a worker thread. Begins anew if a worker before did not come to
 * the end; the findings of a bundle go on.
 */
@ApplicationScoped
class ImportReading {
    private static final Caller MACHINE = Caller.machine("monitoring");

    private final LeadImports imports;
    private final LeadImportFiles files;
    private final LeadImportRows rows;
    private final RowStaging staging;
    private final BundleReading bundles;
    private final BundleSource source;
    private final Audit audit;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportReading(
            LeadImports imports,
            LeadImportFiles files,
            LeadImportRows rows,
            RowStaging staging,
            BundleReading bundles,
            BundleSource source,
            Audit audit,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.staging = staging;
        this.bundles = bundles;
        this.source = source;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws Lost if the job is no longer this worker's
     */
    void read(LeadImport job, UUID worker) throws IOException {
        if (job.bundleId() == null) {
            readFile(job, worker);
        } else {
            readBundle(job, worker);
        }
    }

    /** Goes on where a worker before stopped. */
    private void readBundle(LeadImport job, UUID worker) {
        bundles.read(job, worker);
        end(
                job.id(),
                worker,
                found -> found.enterAll(MACHINE),
                () -> source.end(job.requireBundle()));
    }

    private void readFile(LeadImport job, UUID worker) throws IOException {
        Path file = Files.createTempFile("lead-import", ".part");
        try {
            assemble(job.id(), file);
            held(job.id(), worker, () -> rows.remove(MACHINE, job.id()));
            Headings headings = stage(job, worker, file);
            end(job.id(), worker, found -> found.show(MACHINE, headings.names()));
        } catch (Unreadable unreadable) {
            fail(job, worker, String.valueOf(unreadable.getMessage()));
        } catch (Refusal closed) {
            fail(job, worker, closed.detail(false));
        } finally {
            Files.delete(file);
        }
    }

    private void fail(LeadImport job, UUID worker, String why) {
        end(job.id(), worker, found -> found.fail(MACHINE, why, clock.instant()));
    }

    private void assemble(UUID id, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int seq = 0; ; seq++) {
                int next = seq;
                Optional<byte[]> piece = work.session(() -> files.read(MACHINE, id, next));
                if (piece.isEmpty()) {
                    return;
                }
                out.write(piece.get());
            }
        }
    }

    private Headings stage(LeadImport job, UUID worker, Path file) throws IOException {
        try (Table table = Table.open(file)) {
            Line first = nextLine(table).orElseThrow(() -> new Unreadable("文件是空的。"));
            Headings headings = Headings.of(first.cells(), FindingColumns.ALL);
            FormReader reader = new FormReader(headings);
            NumbersSeen seen = new NumbersSeen();
            List<ReadRow> batch = new ArrayList<>();
            int count = 0;
            for (var line = nextLine(table); line.isPresent(); line = nextLine(table)) {
                if (++count > settings.mostRows()) {
                    throw new Unreadable("文件超过" + settings.mostRows() + "行，请拆分后上传。");
                }
                batch.add(seen.check(row(line.get().rowNo(), reader.read(line.get()))));
                if (batch.size() == settings.stagedAtOnce()) {
                    keep(job, worker, batch);
                    batch = new ArrayList<>();
                }
            }
            if (count == 0) {
                throw new Unreadable("文件只有表头，没有内容。");
            }
            keep(job, worker, batch);
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

    private static ReadRow row(int rowNo, Form cells) {
        return new ReadRow(
                rowNo, new Content(cells.texts(), cells.form()), List.copyOf(cells.faults()));
    }

    private void keep(LeadImport job, UUID worker, List<ReadRow> batch) {
        if (!batch.isEmpty()) {
            Caller agency = job.sender().caller();
            held(
                    job.id(),
                    worker,
                    () -> staging.keep(agency, job.instructionId(), job.id(), batch));
        }
    }

    private <T> void held(UUID id, UUID worker, Supplier<Uni<T>> then) {
        work.transaction(
                () ->
                        imports.hold(MACHINE, id, worker, ImportState.UPLOADED, settings.lease())
                                .invoke(
                                        mine -> {
                                            if (!mine) {
                                                throw new Lost();
                                            }
                                        })
                                .chain(then::get));
    }

    private interface End {
        void take(LeadImport job);
    }

    private void end(UUID id, UUID worker, End end) {
        end(id, worker, end, () -> files.remove(MACHINE, id));
    }

    private void end(UUID id, UUID worker, End end, Supplier<Uni<Void>> forget) {
        held(
                id,
                worker,
                () ->
                        imports.require(MACHINE, id)
                                .invoke(end::take)
                                .call(forget::get)
                                .call(() -> imports.release(MACHINE, id, worker, Duration.ZERO))
                                .call(
                                        job ->
                                                audit.record(
                                                        MACHINE,
                                                        AuditEntry.of(
                                                                        "lead-import.read",
                                                                        "lead-import",
                                                                        id.toString())
                                                                .changing(null, job.state()))));
    }
}
