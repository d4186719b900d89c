package io.mingjian.registry.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Transience;
import io.mingjian.kit.session.Work;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Has one thread of this replica do the jobs of the table, one after the other. A job is leased, so
 * no two replicas work at it, and one that died is replaced. One thread is one connection at a
 * time, and it steps back while people are at work.
 */
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final Caller MACHINE = Caller.machine("registry");
    private static final long DRAIN_SECONDS = 8;
    private static final Duration LONGEST_STEP_BACK = Duration.ofMillis(500);
    private static final Duration FOR_EACH_REQUEST = Duration.ofMillis(20);

    private final UUID worker = Ids.next();
    private final Imports imports;
    private final ImportReading reading;
    private final ImportEntry entry;
    private final RowKinds kinds;
    private final Passing passing;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    job -> {
                        Thread made = new Thread(job, "import-work");
                        made.setDaemon(true);
                        return made;
                    });
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    ImportRunner(
            Imports imports,
            ImportReading reading,
            ImportEntry entry,
            RowKinds kinds,
            Passing passing,
            Work work,
            ImportSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.imports = imports;
        this.reading = reading;
        this.entry = entry;
        this.kinds = kinds;
        this.passing = passing;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(
            every = "${mingjian.imports.poll:1s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        if (!stopped && busy.compareAndSet(false, true)) {
            try {
                thread.execute(this::workOff);
            } catch (RejectedExecutionException stopping) {
                busy.set(false);
            }
        }
    }

    /** What is under way is taken up elsewhere when its lease ends. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.shutdown();
        if (!thread.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("an import still under way is left to its lease");
            thread.shutdownNow();
        }
    }

    /** Rows that were not entered are kept for their owner for some days, not for ever. */
    @Scheduled(every = "6h", delayed = "3m")
    void forget() {
        Instant before = clock.instant().minus(settings.keep());
        work.transaction(() -> imports.forget(MACHINE, before));
    }

    private void workOff() {
        try {
            Optional<UUID> job = claim();
            while (job.isPresent() && !stopped) {
                run(job.get());
                job = claim();
            }
        } catch (RuntimeException failure) {
            LOG.warnf("no import taken, will try again: %s", failure.toString());
        } finally {
            busy.set(false);
        }
    }

    private Optional<UUID> claim() {
        return work.transaction(() -> imports.claim(MACHINE, worker, settings.lease()));
    }

    private void run(UUID id) {
        try {
            ImportJob job = work.session(() -> imports.require(MACHINE, id));
            if (job.state() == ImportState.PARSING) {
                reading.read(job, worker);
            } else {
                enter(job);
            }
        } catch (Lost lost) {
            LOG.infof("import %s: %s", id, lost.getMessage());
        } catch (RuntimeException | IOException failure) {
            meters.counter("mingjian_imports_failures").increment();
            LOG.warnf(failure, "import %s rests and will be tried again", id);
            rest(id);
        }
    }

    private void enter(ImportJob job) {
        int looked = 1;
        while (looked > 0 && !stopped) {
            Instant from = clock.instant();
            looked = nextOf(job);
            stepBack(Duration.between(from, clock.instant()));
        }
        if (stopped) {
            rest(job.id());
        }
    }

    /** Rows that cannot be entered together are tried alone, and what fails alone is set aside. */
    private int nextOf(ImportJob job) {
        try {
            return entry.next(job, worker, kinds.of(job.kind()).enteredAtOnce());
        } catch (Lost lost) {
            throw lost;
        } catch (RuntimeException failure) {
            if (Transience.isTransient(failure)) {
                throw failure;
            }
            LOG.warnf(failure, "import %s: rows are entered one by one", job.id());
            return oneByOne(job);
        }
    }

    private int oneByOne(ImportJob job) {
        int looked = 0;
        for (int i = 0; i < kinds.of(job.kind()).enteredAtOnce(); i++) {
            try {
                int one = entry.next(job, worker, 1);
                if (one == 0) {
                    return 0;
                }
                looked += one;
            } catch (Lost lost) {
                throw lost;
            } catch (RuntimeException failure) {
                if (Transience.isTransient(failure)) {
                    throw failure;
                }
                LOG.warnf(failure, "import %s: a row is set aside", job.id());
                entry.setAside(job, worker);
                looked++;
            }
        }
        return looked;
    }

    /**
     * The more people are at work, the longer: some time for each request that came meanwhile, and
     * at most as long as the work took.
     */
    private void stepBack(Duration took) {
        Duration pause = FOR_EACH_REQUEST.multipliedBy(passing.sinceLast());
        Duration most = took.compareTo(LONGEST_STEP_BACK) > 0 ? LONGEST_STEP_BACK : took;
        LockSupport.parkNanos((pause.compareTo(most) > 0 ? most : pause).toNanos());
    }

    private void rest(UUID id) {
        try {
            work.transaction(() -> imports.release(MACHINE, id, worker, settings.rest()));
        } catch (RuntimeException failure) {
            LOG.infof("import %s waits for its lease to end: %s", id, failure.toString());
        }
    }
}
