package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Rollovers.Place;
import io.mingjian.registry.criteria.Surroundings.Around;
import io.mingjian.registry.ledger.Arrears;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Ledger;
import io.mingjian.registry.ledger.LedgerListener.Change;
import io.mingjian.registry.queue.Worklist;
import io.mingjian.registry.queue.Worklist.Hinted;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Once a legal day looks at all persons: windows have moved on, versions have come into force. Most
 * stand as they stood and are only read; who does not is judged anew, held like anybody of whom
 * something becomes known. Then filings that the ledger lacks are made up for. A thousand persons
 * to a transaction, each of which also keeps how far it has come; one replica is at work at a time.
 */
@ApplicationScoped
class RolloverWorker {
    private static final Caller MACHINE = Caller.machine("registry");
    private static final int PERSONS_AT_ONCE = 1000;
    private static final int FILINGS_AT_ONCE = 200;
    private static final UUID LAST = new UUID(-1, -1);

    private final Rollovers rollovers;
    private final Criteria criteria;
    private final Surroundings surroundings;
    private final Evaluation evaluation;
    private final Ledger ledger;
    private final Arrears arrears;
    private final Worklist worklist;
    private final UnitOfWork units;
    private final Clock clock;

    RolloverWorker(
            Rollovers rollovers,
            Criteria criteria,
            Surroundings surroundings,
            Evaluation evaluation,
            Ledger ledger,
            Arrears arrears,
            Worklist worklist,
            UnitOfWork units,
            Clock clock) {
        this.rollovers = rollovers;
        this.criteria = criteria;
        this.surroundings = surroundings;
        this.evaluation = evaluation;
        this.ledger = ledger;
        this.arrears = arrears;
        this.worklist = worklist;
        this.units = units;
        this.clock = clock;
    }

    @Scheduled(
            every = "{mingjian.rollover.every}",
            delayed = "{mingjian.rollover.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        LocalDate today = LegalDay.today(clock);
        return units.inTransaction(() -> rollovers.request(MACHINE, today))
                .chain(() -> units.inTransaction(() -> round(today)))
                .chain(round -> round.map(this::chunks).orElseGet(Uni.createFrom()::voidItem));
    }

    /** What stays the same for all persons of a round; absent if there is nothing to do. */
    private Uni<Optional<Round>> round(LocalDate today) {
        return rollovers
                .lockWaiting(MACHINE, today)
                .chain(
                        waiting ->
                                waiting.isEmpty()
                                        ? Uni.createFrom().item(Optional.<Round>empty())
                                        : prepared(today).map(Optional::of));
    }

    private Uni<Round> prepared(LocalDate today) {
        return criteria.inForceOn(MACHINE, today)
                .chain(
                        inForce ->
                                surroundings
                                        .sharedTexts(MACHINE, inForce, today)
                                        .map(texts -> new Round(today, inForce, texts)));
    }

    private record Round(LocalDate day, List<Criterion> inForce, Map<Long, Integer> texts) {
        List<UUID> different(
                List<History> histories, Map<UUID, Integer> contacts, List<Hinted> hinted) {
            return Judging.of(histories, hinted, inForce, new Around(texts, contacts), day)
                    .different();
        }
    }

    private Uni<Void> chunks(Round round) {
        return units.inTransaction(() -> chunk(round))
                .chain(more -> more ? chunks(round) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> chunk(Round round) {
        return rollovers
                .lockWaiting(MACHINE, round.day())
                .chain(
                        found ->
                                found.map(
                                                place ->
                                                        (place.swept()
                                                                        ? makeUp(round)
                                                                        : sweep(round, place))
                                                                .replaceWith(true))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> makeUp(Round round) {
        return arrears.makeUp(
                        MACHINE, Evaluator.from(round.inForce(), round.day()), FILINGS_AT_ONCE)
                .chain(count -> rollovers.madeUp(MACHINE, round.day(), count));
    }

    private Uni<Void> sweep(Round round, Place place) {
        LocalDate from = Evaluator.from(round.inForce(), round.day());
        return ledger.histories(MACHINE, place.afterPerson(), PERSONS_AT_ONCE, from, round.day())
                .chain(
                        found ->
                                found.size() < PERSONS_AT_ONCE
                                        ? judge(round, place, found, LAST)
                                                .chain(
                                                        judged ->
                                                                rollovers.swept(
                                                                        MACHINE,
                                                                        round.day(),
                                                                        judged))
                                        : advance(round, place, found));
    }

    private Uni<Void> advance(Round round, Place place, List<History> found) {
        UUID last = found.get(found.size() - 1).personId();
        return judge(round, place, found, last)
                .chain(
                        judged ->
                                rollovers.advance(
                                        MACHINE, round.day(), last, found.size(), judged));
    }

    /** Judges anew who does not stand as its hints say; answers how many those were. */
    private Uni<Integer> judge(Round round, Place place, List<History> found, UUID upTo) {
        List<UUID> persons = found.stream().map(History::personId).toList();
        return surroundings
                .sharedContacts(MACHINE, round.inForce(), persons)
                .chain(
                        contacts ->
                                worklist.hinted(MACHINE, place.afterPerson(), upTo)
                                        .map(hinted -> round.different(found, contacts, hinted)))
                .call(
                        different ->
                                Multi.createFrom()
                                        .iterable(different)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::anew)
                                        .collect()
                                        .last())
                .map(List::size);
    }

    private Uni<Void> anew(UUID personId) {
        return ledger.hold(MACHINE, personId)
                .chain(() -> evaluation.changed(MACHINE, new Change(personId, null, null)));
    }
}
