package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.QueryText;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of the list of leads, as text; what cannot be read is told with its name. */
public class LeadFilterParams {
    @QueryParam("state")
    @Parameter(schema = @Schema(implementation = LeadState.class))
    public @Nullable String state;

    @QueryParam("instructionId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    public @Nullable String instructionId;

    @QueryParam("agency")
    public @Nullable String agency;

    @QueryParam("districtOrganisation")
    public @Nullable String districtOrganisation;

    @QueryParam("updatedSince")
    @Parameter(schema = @Schema(implementation = OffsetDateTime.class))
    public @Nullable String updatedSince;

    /**
     * The filter, if this caller may narrow by it: whoever does not see the district of a lead must
     * not find it out by asking for one district after the other.
     *
     * @throws io.mingjian.kit.refusal.Malformed if a parameter cannot be read or is not the
     *     caller's to use
     */
    LeadFilter toFilter(Caller caller) {
        if (districtOrganisation != null && !LeadSight.seesDistrict(caller)) {
            throw QueryText.notForThisCaller("districtOrganisation");
        }
        return new LeadFilter(
                QueryText.code(LeadState.class, "state", state),
                QueryText.id("instructionId", instructionId),
                agency,
                districtOrganisation,
                QueryText.time("updatedSince", updatedSince),
                order(caller));
    }

    private LeadOrder order(Caller caller) {
        if (updatedSince != null) {
            return LeadOrder.CHANGE;
        }
        return LeadSight.seesDistrict(caller) ? LeadOrder.DUE : LeadOrder.SUBMISSION;
    }
}
