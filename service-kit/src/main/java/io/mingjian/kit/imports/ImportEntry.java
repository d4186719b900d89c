package io.mingjian.kit.imports;

import io.mingjian.kit.imports.ImportRows.Settled;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enters the good rows of an import, some in each transaction. A row is marked in the transaction
 * that enters it, so that whoever goes on after a death enters none twice and leaves none out.
 */
public final class ImportEntry<J extends ImportJob<?>> {
    private static final Outcome SET_ASIDE =
            Outcome.bad(new RowFault("", "not-entered", "系统未能登记该行，请核对后重新上传或者联系管理员。"));

    private final ImportTables tables;
    private final ImportLease<J> lease;
    private final ImportRows rows;
    private final Work work;
    private final Clock clock;

    ImportEntry(
            ImportTables tables, ImportLease<J> lease, ImportRows rows, Work work, Clock clock) {
        this.tables = tables;
        this.lease = lease;
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Enters the next rows, at most as many as are asked for. They are opened and read on the
     * worker's own thread before the transaction: no event loop stands still for it, and nobody
     * waits for its locks. Those that an earlier transaction of this worker has settled meanwhile,
     * one that was given up but came to its end, are left out.
     *
     * @return how many were looked at; none when the import has come to its end
     * @throws Lost if the job is no longer this worker's
     */
    public <R> int next(J job, RowMeaning<J, R> meaning, UUID worker, int most) {
        List<Checked<R>> read =
                work.session(() -> good(job, most)).stream()
                        .map(row -> check(job, meaning, row))
                        .toList();
        lease.held(
                job,
                worker,
                () ->
                        read.isEmpty()
                                ? lease.end(
                                        job,
                                        worker,
                                        "finish",
                                        found -> found.finish(tables.machine(), clock.instant()))
                                : enterGood(job, meaning, read));
        return read.size();
    }

    /** Marks the next row as one that cannot be entered, so that it does not stop the others. */
    void setAside(J job, UUID worker) {
        lease.held(
                job,
                worker,
                () ->
                        good(job, 1)
                                .chain(
                                        staged ->
                                                settle(
                                                        job,
                                                        staged.stream()
                                                                .map(
                                                                        row ->
                                                                                new Settled(
                                                                                        row.rowNo(),
                                                                                        SET_ASIDE))
                                                                .toList())));
    }

    private Uni<List<StagedRow>> good(J job, int most) {
        return rows.page(tables.machine(), job.id(), tables.name(Outcome.Fate.GOOD), 0, most);
    }

    private Uni<Void> settle(J job, List<Settled> settled) {
        return rows.settle(tables.machine(), job.id(), settled);
    }

    /** A row that still is good today, or the faults that it has by now. */
    private record Checked<R>(int rowNo, @Nullable R row, List<RowFault> faults) {}

    private <R> Checked<R> check(J job, RowMeaning<J, R> meaning, StagedRow staged) {
        RowContent content = Objects.requireNonNull(rows.open(job.id(), staged));
        try {
            R row = meaning.read(job, content.form());
            return new Checked<>(staged.rowNo(), row, List.of());
        } catch (Invalid invalid) {
            return new Checked<>(
                    staged.rowNo(),
                    null,
                    invalid.errors().stream().map(meaning.columns()::fault).toList());
        }
    }

    private <R> Uni<Void> enterGood(J job, RowMeaning<J, R> meaning, List<Checked<R>> read) {
        return rows.good(tables.machine(), job.id(), read.stream().map(Checked::rowNo).toList())
                .map(good -> read.stream().filter(each -> good.contains(each.rowNo())).toList())
                .chain(still -> enter(job, meaning, still));
    }

    private <R> Uni<Void> enter(J job, RowMeaning<J, R> meaning, List<Checked<R>> checked) {
        List<R> good = checked.stream().map(Checked::row).filter(Objects::nonNull).toList();
        return good.isEmpty()
                ? settle(job, settled(checked, List.of()))
                : meaning.enter(job, good, entered -> settle(job, settled(checked, entered)));
    }

    private static <R> List<Settled> settled(List<Checked<R>> checked, List<Outcome> entered) {
        Iterator<Outcome> next = entered.iterator();
        List<Settled> settled = new ArrayList<>(checked.size());
        for (Checked<R> each : checked) {
            settled.add(
                    new Settled(
                            each.rowNo(),
                            each.row() == null ? Outcome.bad(each.faults()) : next.next()));
        }
        return settled;
    }
}
