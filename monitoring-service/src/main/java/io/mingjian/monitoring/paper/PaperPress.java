package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.monitoring.paper.PrintJob.LeaseLost;
import io.mingjian.monitoring.paper.PrintJob.PressRoom;
import io.mingjian.paper.PdfFont;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Prints what was ordered, on a few threads of its own. Orders wait in the table, never in memory:
 * a thread takes the next when it is done with the last. With several replicas each order is one
 * worker's until its lease ends; a worker that died loses nothing but time.
 */
@ApplicationScoped
class PaperPress {
    private static final Logger LOG = Logger.getLogger(PaperPress.class);
    private static final Caller MACHINE = Caller.machine("monitoring");
    private static final int MOST_DOUBLINGS = 6;
    private static final String FAILED = "print-failed";

    private final PressRoom room;
    private final Audit audit;
    private final int attempts;
    private final int deaths;
    private final Duration pause;
    private final Semaphore free;
    private final ExecutorService workers;
    private volatile boolean stopped;

    PaperPress(
            PaperOrders orders,
            PaperFiles files,
            ReportRows rows,
            Agencies agencies,
            PdfFont font,
            ObjectMapper json,
            LegalTime time,
            Audit audit,
            @ConfigProperty(name = "mingjian.paper.lease") Duration lease,
            @ConfigProperty(name = "mingjian.paper.attempts") int attempts,
            @ConfigProperty(name = "mingjian.paper.deaths") int deaths,
            @ConfigProperty(name = "mingjian.paper.pause") Duration pause,
            @ConfigProperty(name = "mingjian.paper.workers") int workerCount) {
        this.room =
                new PressRoom(
                        orders, files, rows, agencies, font, json, time, new PrintJob.Lease(lease));
        this.audit = audit;
        this.attempts = attempts;
        this.deaths = deaths;
        this.pause = pause;
        this.free = new Semaphore(workerCount);
        this.workers = Executors.newFixedThreadPool(workerCount, PaperPress::thread);
    }

    @Scheduled(
            every = "${mingjian.paper.every}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!stopped && free.tryAcquire()) {
            try {
                workers.execute(this::printAll);
            } catch (RejectedExecutionException stopping) {
                free.release();
            }
        }
    }

    /** What is under way is taken up elsewhere when its lease ends. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        workers.shutdownNow();
    }

    private void printAll() {
        try {
            while (!stopped && printNext()) {
                LOG.debug("a paper was printed or put back");
            }
        } catch (RuntimeException outage) {
            LOG.warnf("papers wait, will try again: %s", outage.toString());
        } finally {
            free.release();
        }
    }

    /**
     * Takes the oldest order and tries to print it.
     *
     * @return whether there was one
     */
    boolean printNext() {
        UUID worker = UUID.randomUUID();
        Optional<PaperOrder> order =
                Waiting.transaction(
                        () -> room.orders().claim(worker, now(), room.lease().length()));
        order.ifPresent(taken -> print(taken, worker));
        return order.isPresent();
    }

    private void print(PaperOrder order, UUID worker) {
        try {
            // Most processes end for reasons of their own, so it takes many until a paper is
            // blamed.
            if (order.attempts() > deaths) {
                fail(order, worker, FAILED, "printing ended the process or never came to an end");
                return;
            }
            new PrintJob(room, order, worker).run();
            Waiting.transaction(() -> done(order, worker));
        } catch (LeaseLost lost) {
            LOG.infof("paper %s: another worker has it", order.id());
        } catch (Refusal refusal) {
            String code = refusal.errors().isEmpty() ? FAILED : refusal.errors().get(0).code();
            putBack(order, worker, code, refusal.detail(false));
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError failure) {
            LOG.warnf(failure, "paper %s was not printed", order.id());
            putBack(order, worker, FAILED, failure.toString());
        }
    }

    private Uni<Boolean> done(PaperOrder order, UUID worker) {
        return room.orders()
                .done(order.id(), worker, now())
                .call(
                        ended ->
                                ended
                                        ? audit.record(
                                                MACHINE,
                                                AuditEntry.of(
                                                        "paper.print",
                                                        "paper",
                                                        order.id().toString()))
                                        : Uni.createFrom().voidItem());
    }

    private void putBack(PaperOrder order, UUID worker, String code, String problem) {
        if (order.attempts() >= attempts) {
            fail(order, worker, code, problem);
            return;
        }
        int doublings = Math.min(order.attempts() - 1, MOST_DOUBLINGS);
        Instant until = now().plus(pause.multipliedBy(1L << doublings));
        Waiting.transaction(() -> room.orders().postpone(order.id(), worker, until, code, problem));
    }

    private void fail(PaperOrder order, UUID worker, String code, String problem) {
        LOG.errorf("paper %s is given up after %d tries: %s", order.id(), order.attempts(), code);
        Waiting.transaction(() -> room.orders().fail(order.id(), worker, now(), code, problem));
    }

    private Instant now() {
        return room.time().instant();
    }

    private static Thread thread(Runnable job) {
        Thread thread = new Thread(job, "paper-press");
        thread.setDaemon(true);
        return thread;
    }
}
