package io.mingjian.detection.evidence;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingRegistered;
import io.mingjian.contracts.FilingRouted;
import io.mingjian.contracts.LeadChanged;
import io.mingjian.detection.evidence.EvidenceNamings.Naming;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Filings and leads tell here which evidence they rest on, and which bureau handles them. */
@ApplicationScoped
class EvidenceInbox implements EventConsumer {
    private static final Set<EventType> TAKEN =
            Arrays.stream(EventType.values())
                    .filter(
                            type ->
                                    type.data() == FilingRegistered.class
                                            || type.data() == FilingRouted.class
                                            || type.data() == LeadChanged.class)
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
        return namings.note(naming(event));
    }

    private static Naming naming(Received event) {
        if (event.data() instanceof FilingRegistered filing) {
            return new Naming(
                    filing.filingId(),
                    Naming.Kind.FILING,
                    filing.registeringOrganisation(),
                    null,
                    event.revision(),
                    filing.evidenceIds());
        }
        if (event.data() instanceof FilingRouted filing) {
            boolean returned = event.type() == EventType.FILING_RETURNED;
            return new Naming(
                    filing.filingId(),
                    Naming.Kind.FILING,
                    filing.registeringOrganisation(),
                    returned ? null : filing.districtOrganisation(),
                    event.revision(),
                    filing.evidenceIds());
        }
        if (event.data() instanceof LeadChanged lead) {
            return new Naming(
                    lead.leadId(),
                    Naming.Kind.LEAD,
                    lead.agency(),
                    lead.districtOrganisation(),
                    event.revision(),
                    lead.evidenceIds());
        }
        throw new IllegalArgumentException("event type " + event.type() + " is not taken here");
    }
}
