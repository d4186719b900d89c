package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.finding.Finding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What other rooms may know of a lead: where it stands and what was found.
 *
 * @param bureau that gave the instruction
 * @param holder the bureau that works on it now
 * @param submittedOn the day on which it was first handed in
 */
public record Standing(
        UUID leadId,
        String leadNo,
        LeadState state,
        Finding finding,
        String bureau,
        String agency,
        Optional<String> districtOrganisation,
        Optional<String> holder,
        LocalDate submittedOn) {
    static Standing of(Lead lead) {
        return new Standing(
                lead.id(),
                lead.leadNo(),
                lead.state(),
                lead.finding(),
                lead.bureau(),
                lead.agency(),
                lead.districtOrganisation(),
                lead.holder(),
                LegalDay.of(lead.submittedAt()));
    }

    /** Whether the caller's bureau is the one that works on it. */
    public boolean isWorkedOnBy(Caller caller) {
        return holder.filter(caller.organisation()::equals).isPresent();
    }
}
