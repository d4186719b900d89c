package io.mingjian.detection.analysis;

import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.bank.BankPrints;
import io.mingjian.detection.bank.BankPrints.Query;
import io.mingjian.detection.bank.BankSighting;
import io.mingjian.detection.bank.Crowd;
import io.mingjian.detection.bank.QuarantineLimits;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What has to happen after somebody touched a bank: search earlier evidence for new entries, stop
 * what matches too much, and send evidence to be weighed anew whose entries have changed. Each step
 * is a transaction that leaves the rest in the tables, so a death at any line costs one repetition;
 * replicas may go round side by side.
 */
@ApplicationScoped
class BankRound {
    private static final Logger LOG = Logger.getLogger(BankRound.class);
    private static final int ENTRIES_AT_ONCE = 20;
    private static final int EVIDENCE_AT_ONCE = 50;

    /** Portions of one round; the next one goes on. */
    private static final int MOST_PORTIONS = 20;

    private final BankBook book;
    private final BankPrints prints;
    private final ReuseIndex evidence;
    private final PictureMatches matches;
    private final Clock clock;
    private volatile boolean stopped;

    BankRound(
            BankBook book,
            BankPrints prints,
            ReuseIndex evidence,
            PictureMatches matches,
            Clock clock) {
        this.book = book;
        this.prints = prints;
        this.evidence = evidence;
        this.matches = matches;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Scheduled(
            every = "${mingjian.bank.poll}",
            delayed = "3s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void go() {
        if (stopped || !evidence.isLoaded()) {
            return;
        }
        try {
            search();
            tell();
        } catch (RuntimeException e) {
            LOG.warnf("banks are behind, will try again: %s", e.toString());
        }
    }

    /** Looks less often: nothing of it is urgent by seconds. */
    @Scheduled(
            every = "${mingjian.bank.quarantine-every}",
            delayed = "${mingjian.bank.quarantine-delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        if (stopped || !evidence.isLoaded()) {
            return;
        }
        try {
            search();
            stopEntries(QuarantineLimits.SHIPPED);
            stopPicture(QuarantineLimits.SHIPPED);
        } catch (RuntimeException e) {
            LOG.warnf("no look for crowds, will try again: %s", e.toString());
        }
    }

    /** Searches all earlier evidence for entries that are new; one that fails holds up no other. */
    void search() {
        for (UUID entry : Blocking.session(() -> book.unsearched(ENTRIES_AT_ONCE))) {
            try {
                search(entry);
            } catch (RuntimeException e) {
                LOG.warnf("bank entry %s is not searched yet: %s", entry, e.toString());
            }
        }
    }

    private void search(UUID entry) {
        Optional<Query> query = Blocking.session(() -> prints.query(entry));
        if (query.isPresent()) {
            List<BankSighting> found = evidence.search(query.get());
            Blocking.transaction(() -> book.searched(entry, found));
        }
    }

    private void tell() {
        int told = EVIDENCE_AT_ONCE;
        for (int i = 0; i < MOST_PORTIONS && told > 0 && !stopped; i++) {
            told = Blocking.transaction(() -> book.tellSome(EVIDENCE_AT_ONCE));
        }
    }

    private void stopEntries(QuarantineLimits limits) {
        for (Crowd crowd : Blocking.session(() -> book.crowds(limits))) {
            Blocking.transaction(() -> book.quarantineIfCrowded(crowd, limits));
        }
    }

    /**
     * One picture a round: the others of the same crowd are covered by it as soon as it was
     * searched for.
     */
    void stopPicture(QuarantineLimits limits) {
        List<Crowd> crowds =
                Blocking.session(() -> matches.crowds(limits, clock.instant())).stream()
                        .filter(limits::areExceededBy)
                        .toList();
        if (!crowds.isEmpty()) {
            Blocking.transaction(() -> stopOne(crowds, limits));
        }
    }

    /** What another replica put in meanwhile is seen under the lock. */
    Uni<Boolean> stopOne(List<Crowd> crowds, QuarantineLimits limits) {
        return book.oneAtATime()
                .chain(book::awaitsCommon)
                .chain(
                        waits ->
                                waits
                                        ? Uni.createFrom().item(List.<Crowd>of())
                                        : book.uncovered(crowds, limits))
                .chain(uncovered -> stopFirst(uncovered, limits));
    }

    /** The fullest that can be put in; one that cannot holds up no other. */
    private Uni<Boolean> stopFirst(List<Crowd> crowds, QuarantineLimits limits) {
        return Multi.createFrom()
                .iterable(crowds)
                .onItem()
                .transformToUniAndConcatenate(
                        crowd -> book.quarantinePictureIfCrowded(crowd, limits))
                .filter(stopped -> stopped)
                .collect()
                .first()
                .map(Objects::nonNull);
    }
}
