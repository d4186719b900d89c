package io.mingjian.detection.outcome;

import io.mingjian.detection.bank.BankBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * A picture that people found to be generated is proposed for the bank of such pictures; another
 * person confirms it there, or nothing comes of it. Of what was altered only a part is generated,
 * and the untouched photograph would match as well, so that is not proposed. A finding that is
 * taken back stops what it had led to, unless another one on which it could rest stands.
 */
@ApplicationScoped
class BankProposals implements OutcomeListener {
    private final BankBook banks;
    private final Outcomes outcomes;

    BankProposals(BankBook banks, Outcomes outcomes) {
        this.banks = banks;
        this.outcomes = outcomes;
    }

    @Override
    public Uni<Void> on(OutcomeConfirmed told) {
        if (contradicts(told)) {
            return retract(told);
        }
        Optional<io.mingjian.detection.bank.RestsOn> ground =
                told.restsOn().stream()
                        .sorted()
                        .flatMap(rest -> rest.inBank().stream())
                        .findFirst();
        if (told.withdrawn() || told.outcome() != OutcomeKind.GENERATED || ground.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        OutcomeConfirmed.By by = told.by();
        return banks.proposeFromOutcome(
                        told.evidenceId(),
                        new BankBook.Outcome(
                                ground.get(),
                                told.reasons(),
                                by.subject(),
                                by.name(),
                                by.organisation()))
                .replaceWithVoid();
    }

    /** One at a time, so that of two that are withdrawn at once the later sees the other gone. */
    private Uni<Void> retract(OutcomeConfirmed told) {
        return banks.oneAtATime()
                .chain(() -> stillStands(told))
                .chain(
                        stands ->
                                stands
                                        ? Uni.createFrom().voidItem()
                                        : banks.retract(
                                                told.evidenceId(), "作为依据的结论已撤回或者已被其他结论取代，待人工决定。"));
    }

    private Uni<Boolean> stillStands(OutcomeConfirmed told) {
        return told.withdrawn()
                ? outcomes.isFoundGenerated(told.evidenceId())
                : Uni.createFrom().item(false);
    }

    /**
     * A withdrawn finding, or another one, takes the ground from what was banked by it; by a score
     * alone nothing was.
     */
    private static boolean contradicts(OutcomeConfirmed told) {
        return told.withdrawn()
                ? told.outcome() == OutcomeKind.GENERATED && told.independent()
                : told.outcome() == OutcomeKind.AUTHENTIC_PHOTO;
    }
}
