package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.imports.RowReader.Origin;
import io.mingjian.registry.imports.RowReader.ReadRow;
import io.mingjian.registry.imports.Table.Line;
import io.mingjian.registry.intake.FilingForms;
import io.mingjian.registry.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final FilingForms forms;
    private final Intake intake;
    private final Audit audit;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportReading(
            Imports imports,
            StagedFiles files,
            StagedRows rows,
            FilingForms forms,
            Intake intake,
            Audit audit,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.forms = forms;
        this.intake = intake;
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
            Headings headings = stage(job, worker, file);
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

    private Headings stage(ImportJob job, UUID worker, Path file) throws IOException {
        try (Table table = Table.open(file)) {
            Headings headings = Headings.of(firstLine(table).cells());
            RowReader reader = new RowReader(headings, forms, job.sender().caller());
            List<ReadRow> batch = new ArrayList<>();
            int count = 0;
            for (var line = nextLine(table); line.isPresent(); line = nextLine(table)) {
                if (++count > settings.mostRows()) {
                    throw new Unreadable("文件超过" + settings.mostRows() + "行，请拆分后上传。");
                }
                batch.add(reader.read(line.get()));
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

    private void keep(ImportJob job, UUID worker, List<ReadRow> batch) {
        if (!batch.isEmpty()) {
            held(
                    job.id(),
                    worker,
                    () ->
                            known(job.sender().caller(), batch)
                                    .map(known -> marked(batch, known))
                                    .chain(marked -> rows.add(MACHINE, job.id(), marked)));
        }
    }

    /** Numbers of origin that were entered before, and as what. */
    private Uni<Map<Origin, String>> known(Caller sender, List<ReadRow> batch) {
        Map<Channel, Set<String>> asked = new HashMap<>();
        for (ReadRow row : batch) {
            Origin origin = row.origin();
            if (origin != null) {
                asked.computeIfAbsent(origin.channel(), channel -> new HashSet<>())
                        .add(origin.number());
            }
        }
        Map<Origin, String> known = new HashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var each : asked.entrySet()) {
            done =
                    done.chain(() -> intake.known(sender, each.getKey(), each.getValue()))
                            .invoke(
                                    found ->
                                            found.forEach(
                                                    (number, as) ->
                                                            known.put(
                                                                    new Origin(
                                                                            each.getKey(), number),
                                                                    as)))
                            .replaceWithVoid();
        }
        return done.replaceWith(known);
    }

    private static List<ReadRow> marked(List<ReadRow> batch, Map<Origin, String> known) {
        return batch.stream()
                .map(
                        row -> {
                            String as = row.origin() == null ? null : known.get(row.origin());
                            return as == null ? row : row.with(entered(as));
                        })
                .collect(Collectors.toList());
    }

    /** A row whose number was entered before, under a registration number that may be unknown. */
    static RowFault entered(String as) {
        return new RowFault(
                Column.EXTERNAL_NO.heading(),
                "registered-before",
                "该渠道编号的投诉举报已经登记" + (as.isEmpty() ? "" : "（" + as + "）") + "。");
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
