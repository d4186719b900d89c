package io.mingjian.monitoring.lead;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.LeadChanged;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says on {@code mingjian.monitoring.lead} what happened. */
@ApplicationScoped
class LeadAnnouncer {
    private final Outbox outbox;

    LeadAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> moved(Lead lead) {
        return moved(List.of(lead));
    }

    /** All with one statement. */
    Uni<Void> moved(List<Lead> leads) {
        return outbox.append(leads.stream().map(LeadAnnouncer::event).toList());
    }

    private static Event event(Lead lead) {
        return new Event(
                type(lead.state()),
                new LeadChanged(
                        lead.id(),
                        lead.leadNo(),
                        lead.instructionId(),
                        lead.agency(),
                        lead.state().name(),
                        lead.districtOrganisation().orElse(null),
                        lead.disposalCode().orElse(null),
                        lead.finding().evidenceIds()));
    }

    /** A confirmed duplicate did not pass the quality review; the event's state says why. */
    private static EventType type(LeadState state) {
        return switch (state) {
            case SUBMITTED -> EventType.LEAD_SUBMITTED;
            case RETURNED_FOR_SUPPLEMENT -> EventType.LEAD_RETURNED_FOR_SUPPLEMENT;
            case UNQUALIFIED, DUPLICATE -> EventType.LEAD_UNQUALIFIED;
            case QUALIFIED -> EventType.LEAD_QUALIFIED;
            case ASSIGNED -> EventType.LEAD_ASSIGNED;
            case RECEIVED -> EventType.LEAD_RECEIVED;
            case RETURN_REQUESTED -> EventType.LEAD_RETURN_REQUESTED;
            case VERIFYING -> EventType.LEAD_VERIFYING;
            case DISPOSED -> EventType.LEAD_DISPOSED;
            case FEEDBACK_SUBMITTED -> EventType.LEAD_FED_BACK;
            case RETURNED_FOR_REWORK -> EventType.LEAD_RETURNED_FOR_REWORK;
            case CLOSED -> EventType.LEAD_CLOSED;
        };
    }
}
