package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.Table;
import io.mingjian.kit.table.Table.Line;
import io.mingjian.kit.table.Unreadable;
import io.mingjian.registry.imports.RowReader.ReadRow;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads a file into staged rows, on a worker thread. Begins anew if a worker before did not come to
 * the end.
 */
@ApplicationScoped
class ImportReading {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Imports imports;
    private final StagedFiles files;
    private final StagedRows rows;
    private final RowKinds kinds;
    private final Audit audit;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportReading(
            Imports imports,
            StagedFiles files,
            StagedRows rows,
            RowKinds kinds,
            Audit audit,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws Lost if the job is no longer this worker's
     */
    void read(ImportJob job, UUID worker) throws IOException {
        Path file = Files.createTempFile("import", ".part");
        try {
            unseal(job.id(), file);
            held(job.id(), worker, () -> rows.remove(MACHINE, job.id()));
            Headings headings = stage(job, kinds.of(job.kind()), worker, file);
            end(job.id(), worker, found -> found.show(MACHINE, headings.names()));
        } catch (Unreadable unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            end(job.id(), worker, found -> found.fail(MACHINE, why, clock.instant()));
        } finally {
            Files.delete(file);
        }
    }

    private void unseal(UUID id, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int seq = 0; ; seq++) {
                int next = seq;
                Optional<byte[]> piece = work.session(() -> files.read(MACHINE, id, next));
                if (piece.isEmpty()) {
                    return;
                }
                out.write(files.open(piece.get(), id, seq));
            }
        }
    }

    private <R> Headings stage(ImportJob job, RowKind<R> kind, UUID worker, Path file)
            throws IOException {
        try (Table table = Table.open(file)) {
            Headings headings = Headings.of(firstLine(table).cells(), kind.columns());
            RowReader<R> reader = new RowReader<>(headings, kind, job.sender().caller());
            List<ReadRow> batch = new ArrayList<>();
            int count = 0;
            for (var line = nextLine(table); line.isPresent(); line = nextLine(table)) {
                if (++count > kind.mostRows()) {
                    throw new Unreadable("文件超过" + kind.mostRows() + "行，请拆分后上传。");
                }
                batch.add(reader.read(line.get()));
                if (batch.size() == settings.stagedAtOnce()) {
                    keep(job, kind, worker, batch);
                    batch = new ArrayList<>();
                }
            }
            if (count == 0) {
                throw new Unreadable("文件只有表头，没有内容。");
            }
            keep(job, kind, worker, batch);
            return headings;
        }
    }

    private static Line firstLine(Table table) {
        return nextLine(table).orElseThrow(() -> new Unreadable("文件是空的。"));
    }

    private static Optional<Line> nextLine(Table table) {
        Optional<Line> line = table.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = table.next();
        }
        return line;
    }

    private void keep(ImportJob job, RowKind<?> kind, UUID worker, List<ReadRow> batch) {
        if (!batch.isEmpty()) {
            held(
                    job.id(),
                    worker,
                    () ->
                            known(job.sender().caller(), kind, batch)
                                    .map(known -> marked(batch, kind, known))
                                    .chain(marked -> rows.add(MACHINE, job.id(), marked)));
        }
    }

    /** Numbers of origin that were entered before, and as what. */
    private static Uni<Map<Origin, String>> known(
            Caller sender, RowKind<?> kind, List<ReadRow> batch) {
        Set<Origin> asked =
                batch.stream()
                        .map(ReadRow::origin)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return asked.isEmpty() ? Uni.createFrom().item(Map.of()) : kind.known(sender, asked);
    }

    private static List<ReadRow> marked(
            List<ReadRow> batch, RowKind<?> kind, Map<Origin, String> known) {
        return batch.stream()
                .map(
                        row -> {
                            String as = row.origin() == null ? null : known.get(row.origin());
                            return as == null ? row : row.with(kind.before(as));
                        })
                .toList();
    }

    private <T> void held(UUID id, UUID worker, Supplier<Uni<T>> then) {
        work.transaction(
                () ->
                        imports.hold(MACHINE, id, worker, ImportState.PARSING, settings.lease())
                                .invoke(
                                        mine -> {
                                            if (!mine) {
                                                throw new Lost();
                                            }
                                        })
                                .chain(then::get));
    }

    private interface End {
        Object take(ImportJob job);
    }

    private void end(UUID id, UUID worker, End end) {
        held(
                id,
                worker,
                () ->
                        imports.require(MACHINE, id)
                                .invoke(end::take)
                                .call(() -> files.remove(MACHINE, id))
                                .call(() -> imports.release(MACHINE, id, worker, Duration.ZERO))
                                .call(
                                        job ->
                                                audit.record(
                                                        MACHINE,
                                                        AuditEntry.of(
                                                                        "import.read",
                                                                        "import",
                                                                        id.toString())
                                                                .changing(null, job.state()))));
    }
}
