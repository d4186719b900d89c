package io.mingjian.detection.outcome;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.contracts.FilingEvidenceConfirmed;
import io.mingjian.detection.outcome.EvidenceOutcome.Filing;
import io.mingjian.detection.outcome.EvidenceOutcome.Finding;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what the registry's officers confirmed about the evidence of a filing. The newest word of a
 * filing about a piece stands, in whatever order they come.
 */
@ApplicationScoped
class OutcomeInbox implements EventConsumer {
    private final Outcomes outcomes;
    private final OutcomeBook book;

    OutcomeInbox(Outcomes outcomes, OutcomeBook book) {
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

    @Override
    public Uni<Void> on(Received event) {
        if (!(event.data() instanceof FilingEvidenceConfirmed confirmed)) {
            throw new IllegalArgumentException("event type " + event.type() + " is not taken here");
        }
        Filing filing =
                new Filing(
                        confirmed.filingId(),
                        event.revision(),
                        confirmed.organisation(),
                        event.time());
        return outcomes.isNamedBy(confirmed.evidenceId(), confirmed.filingId())
                .chain(named -> named ? enter(confirmed, filing) : Uni.createFrom().voidItem());
    }

    private Uni<Void> enter(FilingEvidenceConfirmed confirmed, Filing filing) {
        UUID evidenceId = confirmed.evidenceId();
        Finding finding =
                new Finding(kind(confirmed.truth()), Set.of(restsOn(confirmed.restsOn())));
        return outcomes.ofFiling(evidenceId, filing.id())
                .chain(
                        standing -> {
                            if (standing.map(EvidenceOutcome::filingRevision).orElse(-1L)
                                    >= filing.revision()) {
                                return Uni.createFrom().voidItem();
                            }
                            return replace(standing, filing)
                                    .chain(
                                            () ->
                                                    book.enter(
                                                            EvidenceOutcome.ofFiling(
                                                                    Ids.next(),
                                                                    evidenceId,
                                                                    finding,
                                                                    filing)));
                        });
    }

    private Uni<Void> replace(Optional<EvidenceOutcome> standing, Filing filing) {
        if (standing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        standing.get().replacedBy(filing);
        return book.changed(standing.get());
    }

    private static OutcomeKind kind(EvidenceTruth truth) {
        return switch (truth) {
            case GENERATED -> OutcomeKind.GENERATED;
            case ALTERED -> OutcomeKind.ALTERED;
            case GENUINE -> OutcomeKind.AUTHENTIC_PHOTO;
            case CANNOT_TELL -> OutcomeKind.UNDETERMINED;
        };
    }

    /**
     * A ground that is not known here is taken for one of this suite's own, which calibrates
     * nothing.
     */
    private static RestsOn restsOn(String code) {
        return switch (code) {
            case "ORIGINAL_SEEN" -> RestsOn.ORIGINAL_FILE;
            case "PARTY_ADMITTED" -> RestsOn.ADMISSION;
            case "APPRAISAL" -> RestsOn.EXPERT_OPINION;
            case "ON_SITE_CHECK" -> RestsOn.PHYSICAL_INSPECTION;
            case "RESPONDENT_RECORDS" -> RestsOn.PLATFORM_RECORD;
            case "OTHER_AUTHORITY" -> RestsOn.OTHER_AUTHORITY;
            case "DECLARED_LABEL" -> RestsOn.DECLARED_LABEL;
            default -> RestsOn.DETECTION_SCORE;
        };
    }
}
