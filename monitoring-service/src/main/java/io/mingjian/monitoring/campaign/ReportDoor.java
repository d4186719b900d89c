package io.mingjian.monitoring.campaign;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.campaign.CampaignViews.CorrectionRequest;
import io.mingjian.monitoring.campaign.CampaignViews.ReportRequest;
import io.mingjian.monitoring.campaign.CampaignViews.ReportView;
import io.mingjian.monitoring.clock.LegalTime;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: what platforms report. A platform reports for itself; the city may enter figures for a
 * platform and says where it has them from.
 */
@Path("/v1/campaigns/{campaignId}/platform-reports")
@Tag(name = "专项行动 Campaigns")
public class ReportDoor {
    private final Campaigns campaigns;
    private final PlatformReports reports;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final LegalTime time;

    ReportDoor(
            Campaigns campaigns,
            PlatformReports reports,
            Callers callers,
            Idempotency idempotency,
            Audit audit,
            LegalTime time) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.callers = callers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.time = time;
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
    @WithSession
    @Operation(
            operationId = "listPlatformReports",
            summary =
                    "平台报送记录，含已更正的；平台只见本单位 / Reports of platforms, corrected ones too; a platform sees its own")
    public Uni<Page<ReportView>> all(@PathParam("campaignId") String campaignId) {
        Caller caller = callers.current();
        return campaigns
                .require(caller, id(campaignId))
                .chain(campaign -> reports.of(caller, campaign.id()))
                .map(chain -> new Page<>(CampaignShow.reports(chain), null));
    }

    @POST
    @RolesAllowed({"REVIEWER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "reportCampaignFigures",
            summary = "报送处置数据 / Report what a platform did in a period",
            description = "平台报送本单位数据；市局代录的须写明平台和数据来源。同一平台的统计期不得重叠。")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Uni<Response> report(
            @PathParam("campaignId") String campaignId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReportRequest request) {
        Caller caller = callers.current();
        UUID id = id(campaignId);
        return idempotency.once(
                caller, key, "campaigns.report/" + id, request, () -> report(caller, id, request));
    }

    private Uni<Answer> report(Caller caller, UUID id, ReportRequest request) {
        return campaigns
                .requireHeld(caller, id)
                .chain(
                        campaign ->
                                campaigns
                                        .platforms(caller, List.of(id))
                                        .map(
                                                asked ->
                                                        platform(
                                                                caller,
                                                                request,
                                                                asked.getOrDefault(id, List.of())))
                                        .chain(
                                                platform ->
                                                        keep(caller, campaign, platform, request)));
    }

    private Uni<Answer> keep(
            Caller caller, Campaign campaign, String platform, ReportRequest request) {
        Instant at = time.instant();
        return reports.of(caller, campaign.id())
                .invoke(
                        chain ->
                                ReportCheck.require(
                                        campaign.period(),
                                        chain,
                                        platform,
                                        request.period(),
                                        request.figures(),
                                        null,
                                        LegalDay.of(at)))
                .map(
                        chain ->
                                PlatformReport.of(
                                        campaign.id(),
                                        platform,
                                        request.period(),
                                        request.figures(),
                                        request.source(),
                                        caller,
                                        at))
                .chain(report -> kept(caller, campaign, report, "campaign.report"));
    }

    @POST
    @Path("/{reportId}/correction")
    @RolesAllowed({"REVIEWER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "correctCampaignFigures",
            summary = "更正处置数据并说明理由，原报送保留 / Correct a report with reasons; the earlier one is kept")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Uni<Response> correct(
            @PathParam("campaignId") String campaignId,
            @PathParam("reportId") String reportId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CorrectionRequest request) {
        Caller caller = callers.current();
        UUID campaign = id(campaignId);
        UUID report = Ids.parse(reportId, "平台报送", "report");
        return idempotency.once(
                caller,
                key,
                "campaigns.correct/" + report,
                request,
                () -> correct(caller, campaign, report, request));
    }

    private Uni<Answer> correct(
            Caller caller, UUID campaignId, UUID reportId, CorrectionRequest request) {
        Instant at = time.instant();
        return campaigns
                .requireHeld(caller, campaignId)
                .chain(
                        campaign ->
                                reports.of(caller, campaignId)
                                        .map(
                                                chain ->
                                                        corrected(
                                                                caller, campaign, chain, reportId,
                                                                request, at))
                                        .chain(
                                                report ->
                                                        kept(
                                                                caller,
                                                                campaign,
                                                                report,
                                                                "campaign.correct")));
    }

    private static PlatformReport corrected(
            Caller caller,
            Campaign campaign,
            ReportChain chain,
            UUID reportId,
            CorrectionRequest request,
            Instant at) {
        PlatformReport old = chain.find(reportId).orElseThrow(() -> new NotFound("平台报送", "report"));
        if (chain.correctionOf(reportId) != null) {
            throw new Conflict(
                    "already-corrected",
                    "该报送已被更正，请更正最新的一份。",
                    "It was corrected before; correct the latest.");
        }
        requireSource(caller, old.platform(), request.source());
        ReportCheck.require(
                campaign.period(),
                chain,
                old.platform(),
                request.period(),
                request.figures(),
                reportId,
                LegalDay.of(at));
        return old.corrected(
                request.period(),
                request.figures(),
                request.source(),
                request.reasons(),
                caller,
                at);
    }

    /** Whose figures they are: a platform's own, or the one that the city names. */
    private static String platform(Caller caller, ReportRequest request, List<String> asked) {
        String platform =
                caller.isCity()
                        ? Optional.ofNullable(request.platform()).orElseThrow(ReportDoor::unnamed)
                        : caller.organisation();
        if (request.platform() != null && !request.platform().equals(platform)) {
            throw new Invalid(
                    "/platform",
                    "not-yours",
                    "平台只能报送本单位的数据",
                    "A platform reports for itself alone.");
        }
        if (!asked.contains(platform)) {
            throw new Invalid(
                    "/platform",
                    "not-asked",
                    "该平台不在本专项行动的报送范围内",
                    "The platform is not asked to report.");
        }
        requireSource(caller, platform, request.source());
        return platform;
    }

    private static Invalid unnamed() {
        return new Invalid(
                "/platform",
                "required",
                "代录平台数据时，须写明是哪个平台",
                "Name the platform whose figures these are.");
    }

    private static void requireSource(Caller caller, String platform, @Nullable String source) {
        if (!caller.organisation().equals(platform) && (source == null || source.isBlank())) {
            throw new Invalid(
                    "/source", "required", "代录平台数据时，须写明数据来源", "Say where the figures come from.");
        }
    }

    private Uni<Answer> kept(
            Caller caller, Campaign campaign, PlatformReport report, String action) {
        return reports.add(report)
                .chain(() -> audit.record(caller, entry(action, report)))
                .map(
                        done ->
                                Answer.created(
                                        CampaignShow.path(campaign.id()) + "/platform-reports",
                                        ReportView.of(report, null)));
    }

    private static AuditEntry entry(String action, PlatformReport report) {
        AuditEntry entry = AuditEntry.of(action, "platform-report", report.id().toString());
        return report.reasons().map(entry::forPurpose).orElse(entry);
    }

    private static UUID id(String text) {
        return Ids.parse(text, "专项行动", "campaign");
    }
}
