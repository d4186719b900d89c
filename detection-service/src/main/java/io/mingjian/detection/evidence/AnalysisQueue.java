package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.Pace.Kind;
import io.mingjian.detection.evidence.WaitingLine.Jobs;
import io.mingjian.kit.refusal.LimitReached;
import io.mingjian.kit.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How long the line for analysis is, and when an analysis can be expected: from the jobs that are
 * open in the table (as of the last look, a few seconds ago), and from what jobs took lately on
 * this replica. An estimate: a film takes longer than a picture, and what other organisations
 * upload afterwards takes its turns as well.
 *
 * <p>A line that grows without end helps nobody, so each organisation has a limit of its own; who
 * has reached it is told when to try again, and nobody else notices.
 */
@ApplicationScoped
public class AnalysisQueue {
    private static final Duration LEAST_WAIT = Duration.ofSeconds(5);

    private final Evidences evidences;
    private final Clock clock;
    private final int workers;
    private final int mostWaiting;
    private final Pace pace;
    private volatile WaitingLine line = WaitingLine.EMPTY;
    private volatile Map<String, AtomicLong> arrivals = new ConcurrentHashMap<>();

    AnalysisQueue(
            Evidences evidences,
            Clock clock,
            @ConfigProperty(name = "mingjian.analysis.workers") int workers,
            @ConfigProperty(name = "mingjian.evidence.most-waiting") int mostWaiting) {
        this.evidences = evidences;
        this.clock = clock;
        this.workers = workers;
        this.mostWaiting = mostWaiting;
        this.pace = new Pace(workers, System::nanoTime);
    }

    /** Counts the open jobs anew; the answer is how many there are. */
    public Uni<Long> refresh() {
        Map<String, AtomicLong> since = new ConcurrentHashMap<>();
        arrivals = since;
        return evidences.waiting(clock.instant()).invoke(now -> line = now).map(WaitingLine::total);
    }

    /** A job begins on this replica. */
    public Pace.Job begin() {
        return pace.begin();
    }

    /** When the analysis of what stands at the end of the organisation's line can be expected. */
    Instant expected(String organisation) {
        return expected(organisation, openOf(organisation));
    }

    /** When the analysis of this evidence can be expected; for evidence that waits or runs. */
    Uni<Instant> expected(UUID evidenceId) {
        return evidences
                .place(evidenceId)
                .map(place -> expected(place.organisation(), place.before()));
    }

    private Instant expected(String organisation, Jobs own) {
        return clock.instant()
                .plus(until(line.ahead(organisation, own)))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private Duration until(Jobs ahead) {
        long replicas = replicas();
        long jobs = ahead.total() / replicas + 1;
        return WaitingLine.until(
                ahead, replicas, pace.each(Kind.LOOK, jobs), pace.each(Kind.AGAIN, jobs));
    }

    /** This one, and others as far as their workers are seen at work. */
    private long replicas() {
        return Math.max(1, (line.atWork() + workers - 1) / workers);
    }

    /** One more was taken in by this replica since the last count. */
    void arrived(String organisation) {
        arrivals.computeIfAbsent(organisation, name -> new AtomicLong()).incrementAndGet();
    }

    private Jobs openOf(String organisation) {
        AtomicLong since = arrivals.get(organisation);
        return line.openOf(organisation).plus(new Jobs(since == null ? 0 : since.get(), 0));
    }

    /**
     * Null unless the organisation's line is full. What is only drawn up again does not fill it:
     * others cause that, and it ends by itself.
     */
    @Nullable Refusal refusal(String organisation) {
        long waiting = openOf(organisation).looks();
        if (waiting < mostWaiting) {
            return null;
        }
        Duration turn = until(new Jobs(line.open().size(), 0));
        Duration wait = turn.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : turn;
        return new LimitReached(
                "analysis-queue-full",
                "贵单位等待分析的证据已有 %d 份，达到上限 %d 份，请在所示秒数之后重试。".formatted(waiting, mostWaiting),
                "%d pieces of evidence of your organisation wait for analysis, of at most %d; retry later."
                        .formatted(waiting, mostWaiting),
                wait);
    }
}
