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
    @Parameter(
            description =
                    "IN_HANDLING 为市场监管部门办理中的全部状态；监测机构只能按其所见的状态筛选 / IN_HANDLING: all states in which bureaus work on a lead; agencies narrow by the states that they are shown",
            schema = @Schema(implementation = ShownState.class))
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
     * The filter, if this caller may narrow by it: whoever does not see the district or the state
     * of a lead must not find it out by asking for one after the other.
     *
     * @throws io.mingjian.kit.refusal.Malformed if a parameter cannot be read or is not the
     *     caller's to use
     */
    LeadFilter toFilter(Caller caller) {
        if (districtOrganisation != null && !LeadSight.seesDistrict(caller)) {
            throw QueryText.notForThisCaller("districtOrganisation");
        }
        return new LeadFilter(
                state(caller),
                QueryText.id("instructionId", instructionId),
                agency,
                districtOrganisation,
                QueryText.time("updatedSince", updatedSince),
                order(caller));
    }

    private @Nullable ShownState state(Caller caller) {
        ShownState wanted = QueryText.code(ShownState.class, "state", state);
        if (wanted != null
                && !LeadSight.seesDistrict(caller)
                && !ShownStates.SHIPPED.areTold(wanted)) {
            throw QueryText.notForThisCaller("state");
        }
        return wanted;
    }

    private LeadOrder order(Caller caller) {
        if (updatedSince != null) {
            return LeadSight.seesDistrict(caller) ? LeadOrder.CHANGE : LeadOrder.CHANGE_TOLD;
        }
        return LeadSight.seesDistrict(caller) ? LeadOrder.DUE : LeadOrder.SUBMISSION;
    }
}
