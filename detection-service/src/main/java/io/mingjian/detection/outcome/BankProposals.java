package io.mingjian.detection.outcome;

import io.mingjian.detection.bank.BankBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * A picture that people found to be generated is proposed for the bank of such pictures; another
 * person confirms it there, or nothing comes of it. Of what was altered only a part is generated,
 * and the untouched photograph would match as well, so that is not proposed. A finding that is
 * taken back stops what rests on it, unless another one on which that could rest stands.
 *
 * <p>By the readings of this suite alone nothing is banked and nothing banked is doubted, or they
 * would bear themselves out.
 */
@ApplicationScoped
class BankProposals implements OutcomeListener {
    private final BankBook banks;
    private final Outcomes outcomes;
    private final Clock clock;

    BankProposals(BankBook banks, Outcomes outcomes, Clock clock) {
        this.banks = banks;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Uni<Void> on(OutcomeConfirmed told) {
        if (!told.independent()) {
            return Uni.createFrom().voidItem();
        }
        return switch (told.outcome()) {
            case GENERATED -> told.withdrawn() ? retract(told.evidenceId()) : propose(told);
            case AUTHENTIC_PHOTO -> told.withdrawn() ? doubtNoMore(told) : contradict(told);
            case ALTERED, REUSED, UNDETERMINED -> Uni.createFrom().voidItem();
        };
    }

    /**
     * What is not examined yet is proposed afterwards, by {@link LateProposals}. A finding of the
     * contrary that came before the entry doubts it from the beginning.
     */
    Uni<Void> propose(OutcomeConfirmed told) {
        return banks.proposeFromOutcome(told.evidenceId(), finding(told))
                .chain(
                        entry ->
                                entry.map(there -> proposed(told, there.fresh()))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> proposed(OutcomeConfirmed told, boolean fresh) {
        return outcomes.banked(told.outcomeId(), clock.instant())
                .chain(
                        () ->
                                fresh
                                        ? contradictIfFound(told.evidenceId())
                                        : Uni.createFrom().voidItem());
    }

    /** One at a time, so that of two that are withdrawn at once the later sees the other gone. */
    private Uni<Void> retract(UUID evidenceId) {
        return banks.oneAtATime()
                .chain(() -> outcomes.isFoundGenerated(evidenceId))
                .chain(stands -> stands ? Uni.createFrom().voidItem() : banks.retract(evidenceId));
    }

    private Uni<Void> doubtNoMore(OutcomeConfirmed told) {
        return banks.oneAtATime()
                .chain(() -> outcomes.foundAuthentic(told.evidenceId()))
                .map(another -> another.map(outcome -> doubt(outcome.told())))
                .chain(another -> banks.doubtNoMore(told.evidenceId(), told.outcomeId(), another));
    }

    private Uni<Void> contradictIfFound(UUID evidenceId) {
        return outcomes.foundAuthentic(evidenceId)
                .chain(
                        found ->
                                found.map(outcome -> contradict(outcome.told()))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> contradict(OutcomeConfirmed told) {
        return banks.oneAtATime()
                .chain(() -> outcomes.isFoundGenerated(told.evidenceId()))
                .chain(stands -> banks.contradict(told.evidenceId(), doubt(told), stands));
    }

    private static BankBook.Doubt doubt(OutcomeConfirmed told) {
        return new BankBook.Doubt(told.outcomeId(), finding(told));
    }

    private static BankBook.Outcome finding(OutcomeConfirmed told) {
        return new BankBook.Outcome(
                told.restsOn().stream()
                        .sorted()
                        .flatMap(rest -> rest.inBank().stream())
                        .findFirst()
                        .orElseThrow(),
                told.reasons(),
                told.by().subject(),
                told.by().name(),
                told.by().organisation());
    }
}
