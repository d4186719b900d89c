package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.imports.StagedRows.RowState;
import io.mingjian.registry.imports.StagedRows.Settled;
import io.mingjian.registry.imports.StagedRows.StagedRow;
import io.mingjian.registry.intake.FilingForms;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import io.mingjian.registry.intake.Intake;
import io.mingjian.registry.intake.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enters the good rows of an import, some in each transaction. A row is marked in the transaction
 * that enters it, so that whoever goes on after a death enters none twice and leaves none out.
 */
@ApplicationScoped
class ImportEntry {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Imports imports;
    private final StagedRows rows;
    private final FilingForms forms;
    private final Intake intake;
    private final Audit audit;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportEntry(
            Imports imports,
            StagedRows rows,
            FilingForms forms,
            Intake intake,
            Audit audit,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.forms = forms;
        this.intake = intake;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Enters the next rows, at most as many as are asked for. They are unsealed and read on the
     * worker's own thread before the transaction: no event loop stands still for it, and nobody
     * waits for its locks. Those that an earlier transaction of this worker has settled meanwhile,
     * one that was given up but came to its end, are left out.
     *
     * @return how many were looked at; none when the import has come to its end
     * @throws Lost if the job is no longer this worker's
     */
    int next(ImportJob job, UUID worker, int most) {
        Caller sender = job.sender().caller();
        List<Checked> read =
                work.session(() -> rows.page(MACHINE, job.id(), RowState.GOOD, 0, most)).stream()
                        .map(row -> check(job.id(), sender, row))
                        .toList();
        work.transaction(
                () ->
                        held(job.id(), worker)
                                .chain(
                                        () ->
                                                read.isEmpty()
                                                        ? finish(job.id(), worker)
                                                        : enterGood(job.id(), sender, read)));
        return read.size();
    }

    private Uni<Void> enterGood(UUID id, Caller sender, List<Checked> read) {
        return rows.good(MACHINE, id, read.stream().map(each -> each.row().rowNo()).toList())
                .chain(
                        good ->
                                enter(
                                        id,
                                        sender,
                                        read.stream()
                                                .filter(each -> good.contains(each.row().rowNo()))
                                                .toList()));
    }

    /** Marks the next row as one that cannot be entered, so that it does not stop the others. */
    void setAside(ImportJob job, UUID worker) {
        RowFault fault = new RowFault("", "not-entered", "系统未能登记该行，请核对后重新上传或者联系管理员。");
        work.transaction(
                () ->
                        held(job.id(), worker)
                                .chain(() -> rows.page(MACHINE, job.id(), RowState.GOOD, 0, 1))
                                .chain(
                                        staged ->
                                                rows.settle(
                                                        MACHINE,
                                                        job.id(),
                                                        staged.stream()
                                                                .map(
                                                                        row ->
                                                                                bad(
                                                                                        row,
                                                                                        List.of(
                                                                                                fault)))
                                                                .toList())));
    }

    private Uni<Void> held(UUID id, UUID worker) {
        return imports.hold(MACHINE, id, worker, ImportState.COMMITTING, settings.lease())
                .invoke(
                        mine -> {
                            if (!mine) {
                                throw new Lost();
                            }
                        })
                .replaceWithVoid();
    }

    /** A row that still is good today, or the faults that it has by now. */
    private record Checked(StagedRow row, @Nullable Submission submission, List<RowFault> faults) {}

    private Uni<Void> enter(UUID id, Caller sender, List<Checked> checked) {
        List<Submission> good = new ArrayList<>();
        for (Checked each : checked) {
            if (each.submission() != null) {
                good.add(each.submission());
            }
        }
        if (good.isEmpty()) {
            return rows.settle(MACHINE, id, settled(checked, List.of()));
        }
        return intake.registerAll(
                        sender,
                        good,
                        entered -> rows.settle(MACHINE, id, settled(checked, entered)))
                .replaceWithVoid();
    }

    private Checked check(UUID importId, Caller sender, StagedRow row) {
        try {
            return new Checked(row, forms.read(sender, rows.open(importId, row).form()), List.of());
        } catch (Invalid invalid) {
            return new Checked(row, null, invalid.errors().stream().map(RowReader::fault).toList());
        }
    }

    private List<Settled> settled(
            List<Checked> checked, List<Optional<RegisteredFilings>> entered) {
        List<Settled> settled = new ArrayList<>(checked.size());
        int at = 0;
        for (Checked each : checked) {
            if (each.submission() == null) {
                settled.add(bad(each.row(), each.faults()));
            } else {
                settled.add(settled(each.row(), entered.get(at++)));
            }
        }
        return settled;
    }

    /** What somebody else entered since the file was read is not entered again. */
    private Settled settled(StagedRow row, Optional<RegisteredFilings> entered) {
        return entered.map(
                        done ->
                                new Settled(
                                        row.rowNo(),
                                        RowState.REGISTERED,
                                        done.submissionId(),
                                        List.of()))
                .orElseGet(() -> bad(row, List.of(ImportReading.entered(""))));
    }

    private static Settled bad(StagedRow row, List<RowFault> faults) {
        return new Settled(row.rowNo(), RowState.BAD, null, faults);
    }

    private Uni<Void> finish(UUID id, UUID worker) {
        return imports.require(MACHINE, id)
                .invoke(job -> job.finish(MACHINE, clock.instant()))
                .call(() -> imports.release(MACHINE, id, worker, Duration.ZERO))
                .call(() -> rows.figures(MACHINE, id).chain(figures -> record(id, figures)))
                .replaceWithVoid();
    }

    private Uni<Void> record(UUID id, StagedRows.Figures figures) {
        return audit.record(
                MACHINE,
                AuditEntry.of("import.finish", "import", id.toString()).changing(null, figures));
    }
}
