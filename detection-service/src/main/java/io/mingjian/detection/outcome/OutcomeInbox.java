package io.mingjian.detection.outcome;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.contracts.FilingEvidenceConfirmed;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.evidence.NamingListener;
import io.mingjian.detection.outcome.EvidenceOutcome.Filing;
import io.mingjian.detection.outcome.EvidenceOutcome.Finding;
import io.mingjian.detection.outcome.Outcomes.Word;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what the registry's officers confirmed about the evidence of a filing. The newest word of a
 * filing about a piece stands, in whatever order they come: what comes before the filing names the
 * piece waits for that, and an older word never comes back, not even when the newer one was
 * withdrawn meanwhile.
 */
@ApplicationScoped
class OutcomeInbox implements EventConsumer, NamingListener {
    private final EvidenceWork evidence;
    private final Outcomes outcomes;
    private final OutcomeBook book;

    OutcomeInbox(EvidenceWork evidence, Outcomes outcomes, OutcomeBook book) {
        this.evidence = evidence;
        this.outcomes = outcomes;
        this.book = book;
    }

    @Override
    public String name() {
        return "detection.outcomes";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.FILING_EVIDENCE_CONFIRMED);
    }

    /**
     * The matter is held, so that its naming comes either before, and is seen, or after, and finds
     * the word that waits.
     */
    @Override
    public Uni<Void> on(Received event) {
        if (!(event.data() instanceof FilingEvidenceConfirmed confirmed)) {
            throw new IllegalArgumentException("event type " + event.type() + " is not taken here");
        }
        Word word =
                new Word(
                        confirmed.evidenceId(),
                        new Finding(
                                kind(confirmed.truth()),
                                Set.of(RestsOn.ofRegistry(confirmed.restsOn()))),
                        new Filing(
                                confirmed.filingId(),
                                event.revision(),
                                confirmed.organisation(),
                                event.time()));
        return evidence.holdMatter(confirmed.filingId())
                .chain(() -> outcomes.isNamedBy(confirmed.evidenceId(), confirmed.filingId()))
                .chain(named -> named ? enter(word) : outcomes.await(word));
    }

    /** What waited for this naming is entered now; of several words one, the rest by the sweep. */
    @Override
    public Uni<Void> named(UUID source, List<UUID> evidenceIds) {
        return enterWaiting(source).replaceWithVoid();
    }

    /**
     * Enters a word that waits and that its filing rightfully names by now. One a transaction: what
     * it leads to is audited, and nothing else may be locked behind that.
     *
     * @return whether there was one
     */
    Uni<Boolean> enterOne(UUID filing) {
        return evidence.holdMatter(filing).chain(() -> enterWaiting(filing));
    }

    private Uni<Boolean> enterWaiting(UUID filing) {
        return outcomes.takeWaiting(filing)
                .chain(
                        found ->
                                found.map(word -> enter(word).replaceWith(true))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> enter(Word word) {
        return outcomes.newestOf(word.evidenceId(), word.filing().id())
                .chain(
                        newest ->
                                newest >= word.filing().revision()
                                        ? Uni.createFrom().voidItem()
                                        : replaceBy(word));
    }

    private Uni<Void> replaceBy(Word word) {
        EvidenceOutcome fresh =
                EvidenceOutcome.ofFiling(
                        Ids.next(), word.evidenceId(), word.finding(), word.filing());
        return outcomes.ofFiling(word.evidenceId(), word.filing().id())
                .chain(
                        standing ->
                                standing.map(old -> replace(old, fresh, word.filing()))
                                        .orElseGet(() -> book.enter(fresh)));
    }

    private Uni<Void> replace(EvidenceOutcome old, EvidenceOutcome fresh, Filing filing) {
        old.replacedBy(filing);
        return book.replaced(old, fresh);
    }

    private static OutcomeKind kind(EvidenceTruth truth) {
        return switch (truth) {
            case GENERATED -> OutcomeKind.GENERATED;
            case ALTERED -> OutcomeKind.ALTERED;
            case GENUINE -> OutcomeKind.AUTHENTIC_PHOTO;
            case CANNOT_TELL -> OutcomeKind.UNDETERMINED;
        };
    }
}
