package io.mingjian.kit.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What one worker does to a job while nobody else may. */
final class ImportLease<J extends ImportJob<?>> {
    private static final int ALL_ATTEMPTS = Integer.MAX_VALUE;

    private final ImportTables tables;
    private final Caller machine;
    private final ImportJobs<J> jobs;
    private final ImportPieces pieces;
    private final ImportRows rows;
    private final ImportSettings settings;
    private final Audit audit;
    private final Work work;
    private final Clock clock;

    ImportLease(
            ImportTables tables,
            ImportJobs<J> jobs,
            ImportPieces pieces,
            ImportRows rows,
            ImportSettings settings,
            ImportTools tools) {
        this.tables = tables;
        this.machine = tables.machine();
        this.jobs = jobs;
        this.pieces = pieces;
        this.rows = rows;
        this.settings = settings;
        this.audit = tools.audit;
        this.work = tools.work;
        this.clock = tools.clock;
    }

    boolean isReading(J job) {
        return job.state().name().equals(tables.states().reading().name());
    }

    /**
     * Does work in a transaction in which the job is this worker's.
     *
     * @param job in the state in which the worker took it up
     * @throws Lost if it is no longer
     */
    void held(J job, UUID worker, Supplier<Uni<Void>> then) {
        held(job, worker, !isReading(job), then);
    }

    /** The same of a reading that goes on from here after a death; other reading begins anew. */
    void heldGettingOn(J job, UUID worker, Supplier<Uni<Void>> then) {
        held(job, worker, true, then);
    }

    private void held(J job, UUID worker, boolean gettingOn, Supplier<Uni<Void>> then) {
        work.transaction(
                () ->
                        jobs.hold(machine, job, worker, settings.lease(), gettingOn)
                                .invoke(ImportLease::requireMine)
                                .chain(then::get));
    }

    static void requireMine(boolean mine) {
        if (!mine) {
            throw new Lost();
        }
    }

    void fail(J job, UUID worker, String why) {
        held(job, worker, () -> failed(job, worker, why, () -> Uni.createFrom().voidItem()));
    }

    /**
     * Ends a job of which not all rows were staged: those that are go, and all are to be had from
     * their source again.
     */
    void fail(J job, UUID worker, String why, RowSource<J> source) {
        held(
                job,
                worker,
                () ->
                        rows.remove(machine, job.id())
                                .chain(() -> failed(job, worker, why, () -> source.stopped(job))));
    }

    private Uni<Void> failed(J job, UUID worker, String why, Supplier<Uni<Void>> andAtLast) {
        return end(
                job, worker, "fail", found -> found.fail(machine, why, clock.instant()), andAtLast);
    }

    /** The worker's last step: the file is not kept, and the job is given back. */
    Uni<Void> end(J job, UUID worker, String action, Consumer<J> step) {
        return end(job, worker, action, step, () -> Uni.createFrom().voidItem());
    }

    /**
     * @param andAtLast may write audit entries, as what comes after it does
     */
    private Uni<Void> end(
            J job, UUID worker, String action, Consumer<J> step, Supplier<Uni<Void>> andAtLast) {
        UUID id = job.id();
        return jobs.require(machine, id)
                .invoke(step)
                .call(() -> pieces.remove(machine, id))
                .call(() -> jobs.release(machine, id, worker, Duration.ZERO, ALL_ATTEMPTS))
                .chain(found -> told(job, found))
                .call(andAtLast::get)
                .chain(told -> record(id, isReading(job) ? "read" : action, told));
    }

    /** What the audit entry is about: all that is to be read is read before it. */
    private Uni<Object> told(J job, J found) {
        return isReading(job)
                ? Uni.createFrom().item(found.state())
                : rows.figures(machine, job.id()).map(figures -> figures);
    }

    private Uni<Void> record(UUID id, String action, Object after) {
        return audit.record(
                machine,
                AuditEntry.of(tables.noun() + "." + action, tables.noun(), id.toString())
                        .changing(null, after));
    }
}
