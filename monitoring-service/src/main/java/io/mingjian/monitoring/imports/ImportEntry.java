package io.mingjian.monitoring.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.LeadImportRows.Figures;
import io.mingjian.monitoring.imports.LeadImportRows.RowState;
import io.mingjian.monitoring.imports.LeadImportRows.Settled;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.mingjian.monitoring.lead.LeadIntake;
import io.mingjian.monitoring.lead.Submissions.Outcome;
import io.mingjian.monitoring.lead.Submissions.Repeated;
import io.mingjian.monitoring.lead.Submissions.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Enters the good rows of an import, some in each transaction. A row is marked in the transaction
 * that enters it, so that whoever goes on after a death enters none twice and leaves none out.
 */
@ApplicationScoped
class ImportEntry {
    private static final Caller MACHINE = Caller.machine("monitoring");
    private static final RowFault SET_ASIDE =
            new RowFault("", "not-entered", "系统未能登记该行，请核对后重新上传或者联系管理员。");

    private final LeadImports imports;
    private final LeadImportRows rows;
    private final LeadIntake findings;
    private final Audit audit;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportEntry(
            LeadImports imports,
            LeadImportRows rows,
            LeadIntake findings,
            Audit audit,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.findings = findings;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Enters the next rows, at most as many as are asked for. Those that an earlier transaction of
     * this worker has settled meanwhile, one that was given up but came to its end, are left out.
     *
     * @return how many were looked at; none when the import has come to its end
     * @throws Lost if the job is no longer this worker's
     */
    int next(LeadImport job, UUID worker, int most) {
        List<StagedRow> read =
                work.session(() -> rows.page(MACHINE, job.id(), RowState.GOOD, 0, most));
        work.transaction(
                () ->
                        held(job.id(), worker)
                                .chain(
                                        () ->
                                                read.isEmpty()
                                                        ? finish(job.id(), worker)
                                                        : enterGood(job, read)));
        return read.size();
    }

    private Uni<Void> enterGood(LeadImport job, List<StagedRow> read) {
        List<Integer> numbers = read.stream().map(StagedRow::rowNo).toList();
        return rows.good(MACHINE, job.id(), numbers)
                .chain(
                        good ->
                                enter(
                                        job,
                                        read.stream()
                                                .filter(row -> good.contains(row.rowNo()))
                                                .toList()));
    }

    private Uni<Void> enter(LeadImport job, List<StagedRow> good) {
        if (good.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return findings.takeAll(
                        job.sender().caller(),
                        job.instructionId(),
                        good.stream().map(StagedRow::form).toList())
                .chain(entered -> rows.settle(MACHINE, job.id(), settled(good, entered)));
    }

    /** Marks the next row as one that cannot be entered, so that it does not stop the others. */
    void setAside(LeadImport job, UUID worker) {
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
                                                                .map(row -> bad(row, SET_ASIDE))
                                                                .toList())));
    }

    /** The instruction takes no findings any more: what was entered stays, the rest does not. */
    void fail(LeadImport job, UUID worker, String why) {
        work.transaction(
                () ->
                        held(job.id(), worker)
                                .chain(() -> imports.require(MACHINE, job.id()))
                                .invoke(found -> found.fail(MACHINE, why, clock.instant()))
                                .call(() -> end(job.id(), worker, "lead-import.fail"))
                                .replaceWithVoid());
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

    private static List<Settled> settled(List<StagedRow> good, List<Outcome> entered) {
        List<Settled> settled = new ArrayList<>(good.size());
        for (int at = 0; at < good.size(); at++) {
            settled.add(settled(good.get(at), entered.get(at)));
        }
        return settled;
    }

    private static Settled settled(StagedRow row, Outcome outcome) {
        if (outcome instanceof Taken taken) {
            return new Settled(row.rowNo(), RowState.ENTERED, taken.leadId(), List.of());
        }
        if (outcome instanceof Repeated repeated) {
            return new Settled(row.rowNo(), RowState.REPEATED, repeated.leadId(), List.of());
        }
        return new Settled(row.rowNo(), RowState.BAD, null, Outcomes.faults(outcome));
    }

    private static Settled bad(StagedRow row, RowFault fault) {
        return new Settled(row.rowNo(), RowState.BAD, null, List.of(fault));
    }

    private Uni<Void> finish(UUID id, UUID worker) {
        return imports.require(MACHINE, id)
                .invoke(job -> job.finish(MACHINE, clock.instant()))
                .call(() -> end(id, worker, "lead-import.finish"))
                .replaceWithVoid();
    }

    private Uni<Void> end(UUID id, UUID worker, String action) {
        return imports.release(MACHINE, id, worker, Duration.ZERO)
                .chain(() -> rows.figures(MACHINE, id))
                .chain(figures -> record(id, action, figures));
    }

    private Uni<Void> record(UUID id, String action, Figures figures) {
        return audit.record(
                MACHINE,
                AuditEntry.of(action, "lead-import", id.toString()).changing(null, figures));
    }
}
