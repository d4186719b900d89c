package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.RowFault;
import io.mingjian.registry.imports.RowKind.Entered;
import io.mingjian.registry.imports.StagedRows.RowState;
import io.mingjian.registry.imports.StagedRows.Settled;
import io.mingjian.registry.imports.StagedRows.StagedRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final RowKinds kinds;
    private final Audit audit;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportEntry(
            Imports imports,
            StagedRows rows,
            RowKinds kinds,
            Audit audit,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.kinds = kinds;
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
        return next(job, kinds.of(job.kind()), worker, most);
    }

    private <R> int next(ImportJob job, RowKind<R> kind, UUID worker, int most) {
        Caller sender = job.sender().caller();
        List<Checked<R>> read =
                work.session(() -> rows.page(MACHINE, job.id(), RowState.GOOD, 0, most)).stream()
                        .map(row -> check(job.id(), kind, sender, row))
                        .toList();
        work.transaction(
                () ->
                        held(job.id(), worker)
                                .chain(
                                        () ->
                                                read.isEmpty()
                                                        ? finish(job.id(), worker)
                                                        : enterGood(job.id(), kind, sender, read)));
        return read.size();
    }

    private <R> Uni<Void> enterGood(
            UUID id, RowKind<R> kind, Caller sender, List<Checked<R>> read) {
        return rows.good(MACHINE, id, read.stream().map(each -> each.row().rowNo()).toList())
                .chain(
                        good ->
                                enter(
                                        id,
                                        kind,
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
    private record Checked<R>(StagedRow row, @Nullable R content, List<RowFault> faults) {}

    private <R> Uni<Void> enter(UUID id, RowKind<R> kind, Caller sender, List<Checked<R>> checked) {
        List<R> good = checked.stream().map(Checked::content).filter(Objects::nonNull).toList();
        return good.isEmpty()
                ? rows.settle(MACHINE, id, settled(checked, List.of()))
                : kind.enter(
                        sender,
                        good,
                        entered -> rows.settle(MACHINE, id, settled(checked, entered)));
    }

    private <R> Checked<R> check(UUID importId, RowKind<R> kind, Caller sender, StagedRow row) {
        try {
            R content = kind.read(sender, rows.open(importId, row).form());
            return new Checked<>(row, content, List.of());
        } catch (Invalid invalid) {
            return new Checked<>(
                    row, null, invalid.errors().stream().map(kind.columns()::fault).toList());
        }
    }

    private static <R> List<Settled> settled(List<Checked<R>> checked, List<Entered> entered) {
        List<Settled> settled = new ArrayList<>(checked.size());
        int at = 0;
        for (Checked<R> each : checked) {
            settled.add(
                    each.content() == null
                            ? bad(each.row(), each.faults())
                            : settled(each.row(), entered.get(at++)));
        }
        return settled;
    }

    private static Settled settled(StagedRow row, Entered entered) {
        RowFault fault = entered.fault();
        return fault == null
                ? new Settled(row.rowNo(), RowState.REGISTERED, entered.as(), List.of())
                : bad(row, List.of(fault));
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
