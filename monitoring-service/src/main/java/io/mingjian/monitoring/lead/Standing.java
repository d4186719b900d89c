package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.finding.Finding;
import java.util.Optional;
import java.util.UUID;

/**
 * What other rooms may know of a lead: where it stands and what was found.
 *
 * @param bureau that gave the instruction
 * @param holder the bureau that works on it now
 */
public record Standing(
        UUID leadId,
        String leadNo,
        LeadState state,
        Finding finding,
        String bureau,
        String agency,
        Optional<String> districtOrganisation,
        Optional<String> holder) {
    static Standing of(Lead lead) {
        return new Standing(
                lead.id(),
                lead.leadNo(),
                lead.state(),
                lead.finding(),
                lead.bureau(),
                lead.agency(),
                lead.districtOrganisation(),
                lead.holder());
    }

    /** Whether the caller's bureau is the one that works on it. */
    public boolean isWorkedOnBy(Caller caller) {
        return holder.filter(caller.organisation()::equals).isPresent();
    }
}
