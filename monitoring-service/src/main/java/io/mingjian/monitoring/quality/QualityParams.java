package io.mingjian.monitoring.quality;

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

/** Query parameters of the figures, as text; what cannot be read is told with its name. */
public class QualityParams {
    @QueryParam("from")
    @Parameter(required = true, schema = @Schema(implementation = LocalDate.class))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(required = true, schema = @Schema(implementation = LocalDate.class))
    public @Nullable String to;

    @QueryParam("agency")
    public @Nullable String agency;

    @QueryParam("instructionId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    public @Nullable String instructionId;

    @QueryParam("campaignId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    public @Nullable String campaignId;

    /**
     * What is asked for, if it is this caller's to ask.
     *
     * @throws Forbidden for all but the city and agencies
     * @throws io.mingjian.kit.refusal.Malformed if a parameter cannot be read or is not the
     *     caller's to use: agencies know of no campaigns
     */
    QualityFilter toFilter(Caller caller) {
        if (!caller.isCity() && !caller.is(OrganisationKind.MONITOR)) {
            throw new Forbidden(
                    "质量指标仅供市局和监测机构查看。", "Figures of quality are for the city and the agencies.");
        }
        if (campaignId != null && !caller.isCity()) {
            throw QueryText.notForThisCaller("campaignId");
        }
        return new QualityFilter(
                caller,
                QueryText.days(from, to),
                agency,
                QueryText.id("instructionId", instructionId),
                QueryText.id("campaignId", campaignId));
    }
}
