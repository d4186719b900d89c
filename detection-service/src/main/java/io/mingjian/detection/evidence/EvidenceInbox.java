package io.mingjian.detection.evidence;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingAdvanced;
import io.mingjian.contracts.FilingRegistered;
import io.mingjian.contracts.FilingRouted;
import io.mingjian.contracts.LeadChanged;
import io.mingjian.contracts.LetterChanged;
import io.mingjian.detection.evidence.EvidenceNamings.Naming;
import io.mingjian.kit.inbox.EventConsumer;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Filings and leads tell here which evidence they rest on, which bureau handles them, and that they
 * are closed; a platform's answer to a letter names evidence for the bureau that works on the
 * matter, and ends it. A letter that goes to another bureau opens it for that one.
 */
@ApplicationScoped
class EvidenceInbox implements EventConsumer {
    private static final String ANSWERED = "ANSWERED";
    private static final Set<EventType> CLOSING =
            Set.of(EventType.LEAD_CLOSED, EventType.LEAD_UNQUALIFIED, EventType.LETTER_ANSWERED);
    private static final Set<EventType> TAKEN =
            Arrays.stream(EventType.values())
                    .filter(
                            type ->
                                    type.data() == FilingRegistered.class
                                            || type.data() == FilingRouted.class
                                            || type.data() == LeadChanged.class
                                            || type == EventType.LETTER_ANSWERED
                                            || type == EventType.LETTER_HANDED_OVER
                                            || type == EventType.FILING_CLOSED)
                    .collect(Collectors.toUnmodifiableSet());

    private final EvidenceNamings namings;

    EvidenceInbox(EvidenceNamings namings) {
        this.namings = namings;
    }

    @Override
    public String name() {
        return "detection.evidence-namings";
    }

    @Override
    public Set<EventType> handles() {
        return TAKEN;
    }

    @Override
    public Uni<Void> on(Received event) {
        if (event.data() instanceof FilingAdvanced closed) {
            return namings.close(closed.filingId(), event.revision(), closed.on());
        }
        Uni<Void> noted = namings.note(naming(event));
        return event.data() instanceof FilingRegistered filing
                ? noted.chain(() -> namings.submitted(filing.filingId(), filing.submissionId()))
                : noted;
    }

    private static Naming naming(Received event) {
        if (event.data() instanceof FilingRegistered filing) {
            return naming(
                    event,
                    Naming.Kind.FILING,
                    filing.registeringOrganisation(),
                    null,
                    filing.evidenceIds());
        }
        if (event.data() instanceof FilingRouted filing) {
            boolean returned = event.type() == EventType.FILING_RETURNED;
            return naming(
                    event,
                    Naming.Kind.FILING,
                    filing.registeringOrganisation(),
                    returned ? null : filing.districtOrganisation(),
                    filing.evidenceIds());
        }
        if (event.data() instanceof LeadChanged lead) {
            return naming(
                    event,
                    Naming.Kind.LEAD,
                    lead.agency(),
                    lead.districtOrganisation(),
                    lead.evidenceIds());
        }
        if (event.data() instanceof LetterChanged letter) {
            return naming(
                    event,
                    Naming.Kind.LETTER,
                    letter.platform(),
                    letter.bureau(),
                    letter.evidenceIds());
        }
        throw new IllegalArgumentException("event type " + event.type() + " is not taken here");
    }

    /** A letter that goes to another bureau stays ended if it was. */
    private static boolean closes(Received event) {
        return CLOSING.contains(event.type())
                || event.data() instanceof LetterChanged letter && letter.state().equals(ANSWERED);
    }

    private static Naming naming(
            Received event,
            Naming.Kind kind,
            String by,
            @Nullable String handling,
            List<UUID> evidenceIds) {
        return new Naming(
                event.data().aggregateId(),
                kind,
                by,
                handling,
                event.revision(),
                LegalDay.of(event.time()),
                closes(event),
                evidenceIds);
    }
}
