package io.mingjian.detection.outcome;

import io.mingjian.detection.bank.BankBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * A picture that people found to be generated is proposed for the bank of such pictures; another
 * person confirms it there, or nothing comes of it. Of what was altered only a part is generated,
 * and the untouched photograph would match as well, so that is not proposed. A finding that is
 * taken back stops what it had led to.
 */
@ApplicationScoped
class BankProposals implements OutcomeListener {
    private final BankBook banks;

    BankProposals(BankBook banks) {
        this.banks = banks;
    }

    @Override
    public Uni<Void> on(OutcomeConfirmed told) {
        if (contradicts(told)) {
            return banks.retract(told.evidenceId(), "作为依据的结论已撤回或者已被其他结论取代，待人工决定。");
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

    /** A withdrawn finding, or another one, takes the ground from what was banked by it. */
    private static boolean contradicts(OutcomeConfirmed told) {
        return told.withdrawn()
                ? told.outcome() == OutcomeKind.GENERATED
                : told.outcome() == OutcomeKind.AUTHENTIC_PHOTO;
    }
}
