package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.finding.Finding;
import java.util.Optional;
import java.util.UUID;

/** What other rooms may know of a lead: where it stands and what was found. */
public record Standing(
        UUID leadId,
        String leadNo,
        LeadState state,
        Finding finding,
        Optional<String> districtOrganisation) {
    static Standing of(Lead lead) {
        return new Standing(
                lead.id(),
                lead.leadNo(),
                lead.state(),
                lead.finding(),
                lead.districtOrganisation());
    }
}
