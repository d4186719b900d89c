package io.mingjian.monitoring.campaign;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.DayBounds;
import io.mingjian.monitoring.campaign.CampaignViews.CampaignRequest;
import io.mingjian.monitoring.campaign.CampaignViews.CampaignView;
import io.mingjian.monitoring.campaign.CampaignViews.GroupRequest;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.finding.PlatformOrganisations;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city begins a special operation and says which instructions belong to it. */
@Path("/v1/campaigns")
@RolesAllowed("REVIEWER")
@Tag(name = "专项行动 Campaigns")
public class CampaignDecisions {
    private final Campaigns campaigns;
    private final CampaignShow show;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Numbers numbers;
    private final Audit audit;
    private final LegalTime time;

    CampaignDecisions(
            Campaigns campaigns,
            CampaignShow show,
            Callers callers,
            Idempotency idempotency,
            Numbers numbers,
            Audit audit,
            LegalTime time) {
        this.campaigns = campaigns;
        this.show = show;
        this.callers = callers;
        this.idempotency = idempotency;
        this.numbers = numbers;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @WithTransaction
    @Operation(operationId = "beginCampaign", summary = "开展专项行动 / Begin a special operation")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> begin(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CampaignRequest request) {
        Caller caller = callers.requireCity();
        return idempotency.once(
                caller, key, "campaigns.begin", request, () -> begin(caller, request));
    }

    private Uni<Answer> begin(Caller caller, CampaignRequest request) {
        require(request);
        Instant at = time.instant();
        int year = LegalDay.of(at).getYear();
        return numbers.next(caller.organisation(), "campaign", year)
                .map(
                        number ->
                                Campaign.begin(
                                        "ZX%d-%03d".formatted(year, number), request, caller, at))
                .call(campaign -> campaigns.add(campaign, request.platforms()))
                .call(campaign -> record(caller, "campaign.begin", campaign.id()))
                .chain(campaign -> show.created(caller, campaign));
    }

    private static void require(CampaignRequest request) {
        if (request.period().endsBeforeItBegins()) {
            throw new Invalid(
                    "/period/to", "before-start", "专项行动的结束日不能早于开始日", "It ends before it begins.");
        }
        if (!DayBounds.hold(request.period().from())) {
            throw new Invalid(List.of(DayBounds.fault("/period/from")));
        }
        if (!DayBounds.hold(request.period().to())) {
            throw new Invalid(List.of(DayBounds.fault("/period/to")));
        }
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < request.platforms().size(); at++) {
            if (!seen.add(request.platforms().get(at))) {
                throw new Invalid(
                        "/platforms/" + at, "repeated", "平台重复", "The platform is named twice.");
            }
            if (!PlatformOrganisations.SHIPPED.knows(request.platforms().get(at))) {
                throw new Invalid(List.of(PlatformOrganisations.unknown("/platforms/" + at)));
            }
        }
    }

    @POST
    @Path("/{campaignId}/instructions")
    @WithTransaction
    @Operation(
            operationId = "groupInstructions",
            summary = "将监测指令纳入专项行动 / Put instructions under the campaign",
            description = "一项指令至多属于一个专项行动。")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> group(
            @PathParam("campaignId") String campaignId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid GroupRequest request) {
        Caller caller = callers.current();
        return campaigns
                .requireHeld(caller, Ids.parse(campaignId, "专项行动", "campaign"))
                .invoke(campaign -> callers.requireCity())
                .invoke(campaign -> Etags.check(ifMatch, campaign.version()))
                .call(campaign -> group(caller, campaign, request))
                .invoke(campaign -> campaign.touch(time.instant()))
                .call(campaign -> record(caller, "campaign.group", campaign.id()))
                .chain(campaign -> show.to(caller, campaign))
                .map(Answer::toResponse);
    }

    /** All of them or none: which ones cannot be taken is told first, and nothing else of them. */
    private Uni<Void> group(Caller caller, Campaign campaign, GroupRequest request) {
        List<UUID> asked = request.instructionIds().stream().distinct().toList();
        return campaigns
                .free(caller, asked)
                .invoke(free -> requireFree(asked, free))
                .chain(() -> campaigns.group(campaign, asked, caller, time.instant()));
    }

    private static void requireFree(List<UUID> asked, Set<UUID> free) {
        List<FieldError> errors =
                asked.stream()
                        .filter(id -> !free.contains(id))
                        .map(
                                id ->
                                        new FieldError(
                                                "/instructionIds/" + asked.indexOf(id),
                                                "not-free",
                                                "没有这项指令，或者它已属于某个专项行动",
                                                "There is no such instruction, or it belongs to a campaign already."))
                        .toList();
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private Uni<Void> record(Caller caller, String action, UUID id) {
        return audit.record(caller, AuditEntry.of(action, "campaign", id.toString()));
    }
}
