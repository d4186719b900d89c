package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Work;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lets tests of other rooms have the imports worked off, by workers that live and some that die.
 */
@ApplicationScoped
public class Runs {
    private static final Caller MACHINE = Caller.machine("monitoring");

    private final ImportRunner runner;
    private final LeadImports imports;
    private final BundleReading reading;
    private final BundleSource source;
    private final Work work;

    Runs(
            ImportRunner runner,
            LeadImports imports,
            BundleReading reading,
            BundleSource source,
            Work work) {
        this.runner = runner;
        this.imports = imports;
        this.reading = reading;
        this.source = source;
        this.work = work;
    }

    public void workOff() {
        runner.workOff();
    }

    /** A worker that has the next job, and only it. */
    public Dying claims() {
        UUID worker = Ids.next();
        UUID id =
                work.transaction(() -> imports.claim(MACHINE, worker, Duration.ofSeconds(60)))
                        .orElseThrow();
        return new Dying(worker, work.session(() -> imports.require(MACHINE, id)));
    }

    /** Does its job step by step, until it does no more. */
    public final class Dying {
        private final UUID worker;
        private final LeadImport job;

        Dying(UUID worker, LeadImport job) {
            this.worker = worker;
            this.job = job;
        }

        /** Makes rows of the next findings; gives where it stands. */
        public int slice() {
            return reading.keep(job, worker, rows(), source.read(job.requireBundle()).taken());
        }

        /** The same, and dies in the middle of it. */
        public void sliceThatFails() {
            List<StagedRow> rows = new ArrayList<>(rows());
            int from = source.read(job.requireBundle()).taken();
            rows.set(from + 1, rows.get(0));
            reading.keep(job, worker, rows, from);
        }

        /** What it does when it wakes up and does not know that somebody else went on. */
        public void sliceFrom(int from) {
            reading.keep(job, worker, rows(), from);
        }

        private List<StagedRow> rows() {
            return BundleReading.rows(source.read(job.requireBundle()).items());
        }
    }
}
