package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.campaign.CampaignViews.CampaignView;
import io.mingjian.monitoring.campaign.CampaignViews.FiguresView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what people look at. */
@Path("/v1/campaigns")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "专项行动 Campaigns")
public class CampaignQueries {
    private static final String FORM = "campaigns";

    private final Campaigns campaigns;
    private final CampaignShow show;
    private final Callers callers;
    private final Cursors cursors;

    CampaignQueries(Campaigns campaigns, CampaignShow show, Callers callers, Cursors cursors) {
        this.campaigns = campaigns;
        this.show = show;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listCampaigns",
            summary = "专项行动列表，新者在前 / List special operations, the latest first")
    public Uni<Page<CampaignView>> page(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        UUID after =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, FORM, cursor).getOrDefault("id", ""));
        int size = Page.limit(limit);
        return campaigns
                .page(caller, after, size + 1)
                .chain(
                        found ->
                                show.all(caller, found.stream().limit(size).toList())
                                        .map(
                                                views ->
                                                        new Page<>(
                                                                views, next(caller, found, size))));
    }

    private @Nullable String next(Caller caller, List<Campaign> found, int size) {
        return found.size() <= size
                ? null
                : cursors.sign(caller, FORM, Map.of("id", found.get(size - 1).id().toString()));
    }

    @GET
    @Path("/{campaignId}")
    @WithSession
    @Operation(operationId = "getCampaign", summary = "查看专项行动 / Read a special operation")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> one(@PathParam("campaignId") String campaignId) {
        Caller caller = callers.current();
        return campaigns
                .require(caller, Ids.parse(campaignId, "专项行动", "campaign"))
                .chain(campaign -> show.to(caller, campaign))
                .map(Answer::toResponse);
    }

    @GET
    @Path("/{campaignId}/figures")
    @WithSession
    @Operation(
            operationId = "getCampaignFigures",
            summary = "专项行动当前数据；平台只见本单位 / Figures as they stand now; a platform sees its own")
    public Uni<FiguresView> figures(@PathParam("campaignId") String campaignId) {
        Caller caller = callers.current();
        return campaigns
                .require(caller, Ids.parse(campaignId, "专项行动", "campaign"))
                .chain(campaign -> show.figures(caller, campaign));
    }
}
