package io.mingjian.monitoring.sla;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.monitoring.QueryText;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of punctuality, as text; what cannot be read is told with its name. */
public class PunctualityParams {
    @QueryParam("from")
    @Parameter(required = true, schema = @Schema(implementation = LocalDate.class))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(required = true, schema = @Schema(implementation = LocalDate.class))
    public @Nullable String to;

    @QueryParam("task")
    public @Nullable String task;

    @QueryParam("holder")
    public @Nullable String holder;

    @QueryParam("instructionId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    public @Nullable String instructionId;

    @QueryParam("campaignId")
    @Parameter(description = "仅市局可用 / for the city", schema = @Schema(implementation = UUID.class))
    public @Nullable String campaignId;

    /**
     * What is asked for, if it is this caller's to ask.
     *
     * @throws Forbidden for those who have no task in the loop
     */
    PunctualityFilter toFilter(Caller caller) {
        if (!caller.isCity() && !caller.isDistrict() && !caller.is(OrganisationKind.MONITOR)) {
            throw new Forbidden(
                    "时效统计仅供市场监管部门和监测机构查看。", "Punctuality is for the bureaus and the agencies.");
        }
        if (campaignId != null && !caller.isCity()) {
            throw QueryText.notForThisCaller("campaignId");
        }
        if (task != null && SlaTasks.SHIPPED.find(task).isEmpty()) {
            throw QueryText.malformed("task", "unknown-code", "不是可用的代码", "not a known code");
        }
        return new PunctualityFilter(
                caller,
                QueryText.days(from, to),
                task,
                holder,
                QueryText.id("instructionId", instructionId),
                QueryText.id("campaignId", campaignId));
    }
}
