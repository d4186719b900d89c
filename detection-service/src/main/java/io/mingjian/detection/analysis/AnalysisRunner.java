package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.mingjian.detection.evidence.AnalysisQueue;
import io.mingjian.detection.evidence.EvidenceArrived;
import io.mingjian.detection.evidence.EvidenceTask;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.evidence.LeaseLost;
import io.mingjian.detection.evidence.Pace;
import io.mingjian.detection.media.DecoderBusy;
import io.mingjian.kit.refusal.Transience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes due jobs from the table and has a bounded number of workers do them. Woken by every upload
 * of this process and, for everything else, by a look at the table every few seconds: jobs of
 * replicas that died, jobs of a start, revisits.
 */
@ApplicationScoped
class AnalysisRunner {
    private static final Logger LOG = Logger.getLogger(AnalysisRunner.class);
    private static final int MOST_DOUBLINGS = 6;
    private static final long DRAIN_SECONDS = 8;
    private static final int MOST_GRANTS = 200;

    private final EvidenceWork work;
    private final Examination examination;
    private final AnalysisQueue queue;
    private final AnalysisWishes wishes;
    private final Duration lease;
    private final Duration pause;
    private final Semaphore free;
    private final ExecutorService dispatcher;
    private final ExecutorService workers;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicLong open = new AtomicLong();
    private final AtomicInteger outages = new AtomicInteger();
    private final Timer duration;
    private final Counter failures;
    private volatile boolean stopped;

    AnalysisRunner(
            EvidenceWork work,
            Examination examination,
            AnalysisQueue queue,
            AnalysisWishes wishes,
            MeterRegistry metrics,
            @ConfigProperty(name = "mingjian.analysis.lease") Duration lease,
            @ConfigProperty(name = "mingjian.analysis.pause") Duration pause,
            @ConfigProperty(name = "mingjian.analysis.workers") int workerCount) {
        this.work = work;
        this.examination = examination;
        this.queue = queue;
        this.wishes = wishes;
        this.lease = lease;
        this.pause = pause;
        this.free = new Semaphore(workerCount);
        this.dispatcher = Executors.newSingleThreadExecutor(AnalysisRunner::thread);
        this.workers = SideBySide.workers("analysis-work", workerCount);
        this.duration = metrics.timer("mingjian_analysis_examination");
        this.failures = metrics.counter("mingjian_analysis_failures");
        metrics.gauge("mingjian_analysis_open_jobs", open);
    }

    void onArrival(@Observes EvidenceArrived arrived) {
        wake();
    }

    @Scheduled(
            every = "${mingjian.analysis.poll}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        if (!stopped) {
            grant();
            wake();
            open.set(Blocking.session(queue::refresh));
        }
    }

    /** Each wish in a transaction of its own; what is left over waits for the next look. */
    private void grant() {
        try {
            for (int i = 0; i < MOST_GRANTS && !stopped; i++) {
                if (!Blocking.transaction(wishes::grantNext)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("wishes not granted, will try again: %s", e.toString());
        }
    }

    /**
     * Ends what is under way; what is not done in time is taken up elsewhere when its lease ends.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        dispatcher.shutdownNow();
        workers.shutdown();
        if (!workers.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("analyses still running at shutdown are left to their leases");
            workers.shutdownNow();
        }
        AnalyzerPanel.rest();
    }

    /** Several calls in a row cost one look at the table. */
    private void wake() {
        if (!stopped && woken.compareAndSet(false, true)) {
            try {
                dispatcher.execute(this::take);
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping; the job stays in the table");
            }
        }
    }

    private void take() {
        woken.set(false);
        int slots = free.drainPermits();
        int used = 0;
        try {
            if (slots > 0 && !stopped) {
                int most = slots;
                List<EvidenceTask> tasks = Blocking.transaction(() -> work.claim(most, lease));
                for (EvidenceTask task : tasks) {
                    workers.execute(() -> examine(task));
                    used++;
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("jobs not taken, will try again: %s", e.toString());
        } finally {
            free.release(slots - used);
        }
    }

    private void examine(EvidenceTask task) {
        long from = System.nanoTime();
        Pace.Job job = queue.begin();
        try {
            Pace.Kind kind = examination.run(task);
            outages.set(0);
            duration.record(Duration.ofNanos(System.nanoTime() - from));
            job.done(kind);
        } catch (LeaseLost e) {
            job.failed();
            LOG.infof("evidence %s: result dropped, %s", task.evidenceId(), e.getMessage());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            job.failed();
            failures.increment();
            LOG.warnf(e, "evidence %s: analysis failed, will be tried again", task.evidenceId());
            postpone(task, e);
        } finally {
            free.release();
            wake();
        }
    }

    /**
     * An outage of the store or the database says nothing about the picture, nor do decoders that
     * are at work on others, so it is no attempt; the longer it lasts, the longer the pause.
     * Everything else counts, and ends the job when it has happened too often.
     */
    private void postpone(EvidenceTask task, Throwable failure) {
        boolean passes = passes(failure);
        int doublings = passes ? Math.min(outages.getAndIncrement(), MOST_DOUBLINGS) : 0;
        Duration until = pause.multipliedBy(1L << doublings);
        try {
            Blocking.transaction(() -> work.postpone(task, until, !passes));
        } catch (RuntimeException e) {
            LOG.infof(
                    "evidence %s waits for its lease to end: %s", task.evidenceId(), e.toString());
        }
    }

    static boolean passes(Throwable failure) {
        boolean ofTheStore =
                failure instanceof IOException && !(failure instanceof JsonProcessingException);
        return ofTheStore || failure instanceof DecoderBusy || Transience.isTransient(failure);
    }

    private static Thread thread(Runnable job) {
        Thread thread = new Thread(job, "analysis-take");
        thread.setDaemon(true);
        return thread;
    }
}
