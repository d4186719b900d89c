package io.mingjian.registry.trial;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Criteria;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Ledger;
import io.mingjian.registry.listing.EntryOutcomes;
import io.mingjian.registry.trial.Trials.Chunk;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries out trials, a thousand persons to a transaction, each of which also keeps how far it has
 * come: whatever dies, the next round goes on from there. One replica is at work at a time.
 */
@ApplicationScoped
class TrialWorker {
    private static final Caller MACHINE = Caller.machine("registry");
    private static final int AT_ONCE = 1000;

    private final Trials trials;
    private final Ledger ledger;
    private final Criteria criteria;
    private final Neighbourhood neighbourhood;
    private final EntryOutcomes outcomes;
    private final UnitOfWork units;
    private volatile @Nullable Running running;

    TrialWorker(
            Trials trials,
            Ledger ledger,
            Criteria criteria,
            Neighbourhood neighbourhood,
            EntryOutcomes outcomes,
            UnitOfWork units) {
        this.trials = trials;
        this.ledger = ledger;
        this.criteria = criteria;
        this.neighbourhood = neighbourhood;
        this.outcomes = outcomes;
        this.units = units;
    }

    /** What a trial reads once. */
    private record Running(UUID id, Rules rules, CityNeighbours city) {}

    @Scheduled(
            every = "{mingjian.trial.every}",
            delayed = "{mingjian.trial.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return chunks().invoke(() -> running = null);
    }

    private Uni<Void> chunks() {
        return units.inTransaction(this::chunk)
                .chain(more -> more ? chunks() : Uni.createFrom().voidItem());
    }

    /** Goes on with the first trial that waits; false if none does. */
    Uni<Boolean> chunk() {
        return trials.lockWaiting(MACHINE)
                .chain(
                        found ->
                                found.isPresent()
                                        ? running(found.get())
                                                .chain(with -> advance(found.get(), with))
                                                .replaceWith(true)
                                        : Uni.createFrom().item(false));
    }

    private Uni<Void> advance(Trial trial, Running with) {
        return ledger.histories(
                        MACHINE,
                        trial.afterPerson(),
                        AT_ONCE,
                        with.rules().reachesBackTo(trial.from()),
                        trial.to())
                .chain(
                        histories ->
                                histories.isEmpty()
                                        ? finish(trial)
                                        : trials.advance(
                                                MACHINE,
                                                trial.id(),
                                                replay(trial, with, histories)));
    }

    private static Chunk replay(Trial trial, Running with, List<History> histories) {
        Replay replay = new Replay(with.rules(), trial.from(), trial.to());
        List<Proposed> proposals = new ArrayList<>();
        int persons = 0;
        long filings = 0;
        for (History history : histories) {
            long filed = replay.filings(history);
            persons += filed > 0 ? 1 : 0;
            filings += filed;
            proposals.addAll(
                    replay.proposals(history, day -> with.city().of(history.personId(), day)));
        }
        UUID last = histories.get(histories.size() - 1).personId();
        return new Chunk(last, persons, filings, proposals);
    }

    private Uni<Void> finish(Trial trial) {
        Uni<Decisions> decided =
                trial.kind() == TrialKind.BACK_TEST
                        ? outcomes.between(MACHINE, trial.from(), trial.to().plusYears(1))
                                .map(Decisions::of)
                        : Uni.createFrom().item(Decisions.NONE);
        return decided.chain(
                known ->
                        trials.proposed(MACHINE, trial.id())
                                .map(all -> TrialResult.of(trial.kind(), all, known))
                                .chain(result -> trials.finish(MACHINE, trial.id(), result)));
    }

    private Uni<Running> running(Trial trial) {
        Running known = running;
        return known != null && known.id().equals(trial.id())
                ? Uni.createFrom().item(known)
                : begin(trial).invoke(fresh -> running = fresh);
    }

    private Uni<Running> begin(Trial trial) {
        return criteria.inForceOn(MACHINE, LegalDay.of(trial.requestedAt()))
                .chain(
                        inForce ->
                                criteria.version(MACHINE, trial.code(), trial.version())
                                        .map(version -> Rules.of(inForce, version)))
                .call(
                        rules ->
                                trial.startedAt() != null
                                        ? Uni.createFrom().voidItem()
                                        : neighbourhood
                                                .persons(MACHINE, trial.from(), trial.to())
                                                .chain(
                                                        total ->
                                                                trials.begin(
                                                                        MACHINE,
                                                                        trial.id(),
                                                                        total)))
                .chain(
                        rules ->
                                neighbourhood
                                        .of(MACHINE, rules.reachesBackTo(trial.from()), trial.to())
                                        .map(city -> new Running(trial.id(), rules, city)));
    }
}
