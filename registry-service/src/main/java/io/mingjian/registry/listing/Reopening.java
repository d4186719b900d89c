package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.registry.filer.Persons;
import io.mingjian.registry.procedure.StepLog;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Names every filing that people handled while a listing had effect, and puts each on the queue of
 * the bureau that has it now. Entering and routing is no handling: nobody had looked yet.
 */
@ApplicationScoped
class Reopening {
    private static final List<String> NO_HANDLING = List.of("ROUTE");

    private final Rechecks rechecks;
    private final Persons persons;
    private final Worklist worklist;
    private final StepLog log;
    private final Clock clock;

    Reopening(Rechecks rechecks, Persons persons, Worklist worklist, StepLog log, Clock clock) {
        this.rechecks = rechecks;
        this.persons = persons;
        this.worklist = worklist;
        this.log = log;
        this.clock = clock;
    }

    /** The listing was wrong from the beginning: all filings of the person. */
    Uni<Void> revoked(Caller caller, Entry entry) {
        return persons.of(caller, entry.filerId())
                .chain(person -> reopen(caller, entry, Recheck.Cause.REVOKED, person.members()));
    }

    /** The listing never meant these filers: theirs. */
    Uni<Void> divided(Caller caller, Entry entry, List<UUID> freed) {
        return reopen(caller, entry, Recheck.Cause.PERSON_DIVIDED, freed);
    }

    private Uni<Void> reopen(Caller caller, Entry entry, Recheck.Cause cause, List<UUID> filers) {
        Term term = entry.term().orElseThrow();
        return worklist.filedBy(caller, filers)
                .chain(
                        filings ->
                                log.acts(
                                                caller,
                                                filings.stream()
                                                        .map(Worklist.Filed::filingId)
                                                        .toList(),
                                                term.from(),
                                                NO_HANDLING)
                                        .map(acts -> Handled.under(term, filings, acts)))
                .chain(handled -> open(caller, entry, cause, handled));
    }

    private Uni<Void> open(Caller caller, Entry entry, Recheck.Cause cause, List<Handled> handled) {
        return rechecks.known(caller, entry.id(), cause)
                .chain(
                        known ->
                                rechecks.add(
                                        caller,
                                        handled.stream()
                                                .filter(each -> !known.contains(each.filingId()))
                                                .map(
                                                        each ->
                                                                Recheck.of(
                                                                        Ids.next(),
                                                                        entry.id(),
                                                                        cause,
                                                                        each,
                                                                        clock.instant()))
                                                .toList()));
    }
}
