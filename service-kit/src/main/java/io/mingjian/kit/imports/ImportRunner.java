package io.mingjian.kit.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.imports.ImportJobs.Claim;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.refusal.Transience;
import io.mingjian.kit.session.Work;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Has one thread of this replica do the jobs of the table, one after the other. A job is leased, so
 * no two replicas work at it, and one that died is replaced; but a job at which one worker after
 * the other dies is given up. One thread is one connection at a time.
 */
public final class ImportRunner<J extends ImportJob<?>> {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final long DRAIN_SECONDS = 8;

    private final UUID worker = Ids.next();
    private final Caller machine;
    private final String noun;
    private final ImportJobs<J> jobs;
    private final ImportLease<J> lease;
    private final ImportReading<J> reading;
    private final SourceReading<J> sources;
    private final ImportEntry<J> entry;
    private final Function<J, RowMeaning<J, ?>> meanings;
    private final Consumer<Duration> stepBack;
    private final ImportSettings settings;
    private final Work work;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService thread;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    ImportRunner(
            ImportTables tables,
            ImportJobs<J> jobs,
            ImportLease<J> lease,
            ImportReading<J> reading,
            SourceReading<J> sources,
            ImportEntry<J> entry,
            Function<J, RowMeaning<J, ?>> meanings,
            Consumer<Duration> stepBack,
            ImportSettings settings,
            ImportTools tools) {
        this.machine = tables.machine();
        this.noun = tables.noun();
        this.jobs = jobs;
        this.lease = lease;
        this.reading = reading;
        this.sources = sources;
        this.entry = entry;
        this.meanings = meanings;
        this.stepBack = stepBack;
        this.settings = settings;
        this.work = tools.work;
        this.clock = tools.clock;
        this.meters = tools.meters;
        this.thread =
                Executors.newSingleThreadExecutor(
                        job -> {
                            Thread made = new Thread(job, noun + "-work");
                            made.setDaemon(true);
                            return made;
                        });
    }

    /** Looks for work, for a timer. */
    public void poll() {
        if (!stopped && busy.compareAndSet(false, true)) {
            try {
                thread.execute(this::pollOnce);
            } catch (RejectedExecutionException stopping) {
                busy.set(false);
            }
        }
    }

    /** What is under way is taken up elsewhere when its lease ends. */
    public void stop() throws InterruptedException {
        stopped = true;
        thread.shutdown();
        if (!thread.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("an import still under way is left to its lease");
            thread.shutdownNow();
        }
    }

    /** Rows that were not entered are kept for their owner for some days, not for ever. */
    public void forget() {
        Instant before = clock.instant().minus(settings.keep());
        work.transaction(() -> jobs.forget(machine, before));
    }

    private void pollOnce() {
        try {
            workOff();
        } catch (RuntimeException failure) {
            LOG.warnf("no import taken, will try again: %s", failure.toString());
        } finally {
            busy.set(false);
        }
    }

    /** Does all jobs that wait, on the thread that calls. */
    public void workOff() {
        Optional<Claim> job = claim();
        while (job.isPresent() && !stopped) {
            run(job.get());
            job = claim();
        }
    }

    private Optional<Claim> claim() {
        return work.transaction(() -> jobs.claim(machine, worker, settings.lease()));
    }

    private void run(Claim claim) {
        UUID id = claim.id();
        try {
            J job = work.session(() -> jobs.require(machine, id));
            if (claim.attempts() > settings.attempts()) {
                giveUp(job, meanings.apply(job));
            } else if (lease.isReading(job)) {
                read(job, meanings.apply(job));
            } else {
                enter(job, meanings.apply(job));
            }
        } catch (Lost lost) {
            LOG.infof("import %s: %s", id, lost.getMessage());
        } catch (RuntimeException | IOException failure) {
            meters.counter("mingjian_" + noun.replace('-', '_') + "s_failures").increment();
            LOG.warnf(failure, "import %s rests and will be tried again", id);
            rest(id, Transience.isTransient(failure) ? 1 : 0);
        }
    }

    private <R> void read(J job, RowMeaning<J, R> meaning) throws IOException {
        RowSource<J> source = meaning.source(job);
        if (source == null) {
            reading.read(job, meaning, worker);
        } else {
            sources.read(job, meaning, source, worker);
        }
    }

    private <R> void giveUp(J job, RowMeaning<J, R> meaning) {
        LOG.errorf("import %s is given up after %d attempts", job.id(), settings.attempts());
        RowSource<J> source = meaning.source(job);
        if (!lease.isReading(job)) {
            lease.fail(
                    job, worker, told("系统连续%d次未能继续登记，已停止登记；已登记的行不受影响。可再次确认登记其余的行；仍不成功的，请联系管理员。"));
        } else if (source == null) {
            lease.fail(job, worker, told("系统连续%d次未能读完该文件，已停止读取。请核对文件或者拆分后重新上传；仍不成功的，请联系管理员。"));
        } else {
            lease.fail(job, worker, told("系统连续%d次未能读完待登记的内容，已停止登记，尚未登记任何一条。"), source);
        }
    }

    private String told(String why) {
        return String.format(Locale.ROOT, why, settings.attempts());
    }

    private <R> void enter(J job, RowMeaning<J, R> meaning) {
        int looked = 1;
        while (looked > 0 && !stopped) {
            Instant from = clock.instant();
            looked = nextOf(job, meaning);
            stepBack.accept(Duration.between(from, clock.instant()));
        }
        if (stopped) {
            rest(job.id(), 1);
        }
    }

    /** Rows that cannot be entered together are tried alone, and what fails alone is set aside. */
    private <R> int nextOf(J job, RowMeaning<J, R> meaning) {
        try {
            return entry.next(job, meaning, worker, meaning.enteredAtOnce());
        } catch (RuntimeException failure) {
            if (isEnded(job, meaning, failure)) {
                return 0;
            }
            rethrowIfPassing(failure);
            LOG.warnf(failure, "import %s: rows are entered one by one", job.id());
            return oneByOne(job, meaning);
        }
    }

    private <R> int oneByOne(J job, RowMeaning<J, R> meaning) {
        int looked = 0;
        for (int i = 0; i < meaning.enteredAtOnce(); i++) {
            try {
                int one = entry.next(job, meaning, worker, 1);
                if (one == 0) {
                    return 0;
                }
                looked += one;
            } catch (RuntimeException failure) {
                if (isEnded(job, meaning, failure)) {
                    return 0;
                }
                rethrowIfPassing(failure);
                LOG.warnf(failure, "import %s: a row is set aside", job.id());
                entry.setAside(job, worker);
                looked++;
            }
        }
        return looked;
    }

    /** Ends an import of which no later row can be entered either. */
    private <R> boolean isEnded(J job, RowMeaning<J, R> meaning, RuntimeException failure) {
        if (!(failure instanceof Refusal refusal) || !meaning.isEndedBy(refusal)) {
            return false;
        }
        LOG.infof("import %s ends: %s", job.id(), refusal.getMessage());
        lease.fail(job, worker, refusal.detail(false));
        return true;
    }

    private static void rethrowIfPassing(RuntimeException failure) {
        if (failure instanceof Lost || Transience.isTransient(failure)) {
            throw failure;
        }
    }

    private void rest(UUID id, int attemptsBack) {
        try {
            work.transaction(
                    () -> jobs.release(machine, id, worker, settings.rest(), attemptsBack));
        } catch (RuntimeException failure) {
            LOG.infof("import %s waits for its lease to end: %s", id, failure.toString());
        }
    }
}
