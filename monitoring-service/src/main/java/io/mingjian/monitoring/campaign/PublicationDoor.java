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
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.campaign.CampaignViews.PublicationRequest;
import io.mingjian.monitoring.campaign.CampaignViews.PublicationView;
import io.mingjian.monitoring.clock.LegalTime;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: one person of the city proposes figures, another releases them. */
@Path("/v1/campaigns/{campaignId}/publications")
@Tag(name = "专项行动 Campaigns")
public class PublicationDoor {
    private final Campaigns campaigns;
    private final PlatformReports reports;
    private final Publications publications;
    private final CampaignShow show;
    private final CampaignAnnouncer announcer;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final LegalTime time;

    PublicationDoor(
            Campaigns campaigns,
            PlatformReports reports,
            Publications publications,
            CampaignShow show,
            CampaignAnnouncer announcer,
            Callers callers,
            Idempotency idempotency,
            Audit audit,
            LegalTime time) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.publications = publications;
        this.show = show;
        this.announcer = announcer;
        this.callers = callers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "proposePublication",
            summary = "拟发布数据：固定截至某日的汇总 / Propose figures for publication; they are fixed here",
            description = "此前未发布的拟稿由本稿替换。发布须由另一人决定。")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    public Uni<Response> propose(
            @PathParam("campaignId") String campaignId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PublicationRequest request) {
        Caller caller = callers.current();
        UUID id = id(campaignId);
        return idempotency.once(
                caller,
                key,
                "campaigns.propose/" + id,
                request,
                () -> propose(caller, id, request.until()));
    }

    private Uni<Answer> propose(Caller caller, UUID id, LocalDate until) {
        return campaigns
                .requireHeld(caller, id)
                .invoke(campaign -> callers.requireCity())
                .invoke(campaign -> requireOver(campaign, until))
                .chain(
                        campaign ->
                                publications
                                        .of(caller, id)
                                        .chain(
                                                earlier ->
                                                        reports.of(caller, id)
                                                                .chain(
                                                                        chain ->
                                                                                propose(
                                                                                        caller,
                                                                                        campaign,
                                                                                        earlier,
                                                                                        chain,
                                                                                        until))));
    }

    private void requireOver(Campaign campaign, LocalDate until) {
        if (until.isAfter(LegalDay.of(time.instant()))) {
            throw new Invalid("/until", "not-over", "截止日不能晚于今天", "The day has not come yet.");
        }
        if (until.isBefore(campaign.period().from())) {
            throw new Invalid(
                    "/until",
                    "outside-campaign",
                    "截止日不能早于专项行动开始日",
                    "The campaign had not begun by then.");
        }
    }

    private Uni<Answer> propose(
            Caller caller,
            Campaign campaign,
            List<Publication> earlier,
            ReportChain chain,
            LocalDate until) {
        List<PlatformReport> summed = chain.currentUntil(until);
        if (summed.isEmpty()) {
            throw new Conflict(
                    "nothing-reported", "截至该日没有平台报送，无可发布。", "Nothing was reported by then.");
        }
        earlier.stream()
                .filter(each -> each.state() == PublicationState.PROPOSED)
                .forEach(Publication::replace);
        Publication fresh =
                Publication.propose(
                        campaign, earlier.size() + 1, until, summed, caller, time.instant());
        return publications
                .add(fresh, summed)
                .chain(() -> record(caller, "campaign.propose", fresh))
                .chain(() -> show.publication(fresh, chain))
                .map(view -> Answer.created(path(fresh), fresh.version(), view));
    }

    @POST
    @Path("/{number}/release")
    @RolesAllowed("HEAD")
    @WithTransaction
    @Operation(
            operationId = "releasePublication",
            summary = "发布（须由提出人以外的负责人决定） / Release, by a head who did not propose it")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    public Uni<Response> release(
            @PathParam("campaignId") String campaignId,
            @PathParam("number") String number,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Caller caller = callers.current();
        return campaigns
                .requireHeld(caller, id(campaignId))
                .chain(
                        campaign ->
                                publications
                                        .require(caller, campaign.id(), number(number))
                                        .invoke(each -> Etags.check(ifMatch, each.version()))
                                        .chain(each -> release(caller, campaign, each)))
                .map(Answer::toResponse);
    }

    private Uni<Answer> release(Caller caller, Campaign campaign, Publication publication) {
        return look(caller, publication)
                .invoke(view -> publication.release(caller, time.instant()))
                .invoke(PublicationDoor::requireUpToDate)
                .chain(() -> announcer.published(campaign, publication))
                .chain(() -> record(caller, "campaign.release", publication))
                .chain(() -> look(caller, publication))
                .map(view -> Answer.ok(publication.version(), view));
    }

    /** Nobody lets out figures of which it is known by now that they are wrong. */
    private static void requireUpToDate(PublicationView view) {
        if (view.differsBy() != null || view.correctedReports() > 0 || view.newReports() > 0) {
            throw new Conflict(
                    "figures-outdated",
                    "拟稿之后有新的报送或更正，请重新拟稿。",
                    "Reports or corrections came in since; propose anew.");
        }
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "listPublications",
            summary = "发布数据各期，新者在前 / Publications, the latest first")
    public Uni<Page<PublicationView>> all(@PathParam("campaignId") String campaignId) {
        Caller caller = callers.current();
        return campaigns
                .require(caller, id(campaignId))
                .chain(campaign -> publications.of(caller, campaign.id()))
                .chain(found -> looks(caller, found))
                .map(views -> new Page<>(views, null));
    }

    private Uni<List<PublicationView>> looks(Caller caller, List<Publication> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(each -> look(caller, each))
                .collect()
                .asList();
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "getPublication",
            summary =
                    "查看一期发布数据：所汇总的报送、此后的差额 / Read a publication: the reports it sums, what differs since")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    public Uni<Response> one(
            @PathParam("campaignId") String campaignId, @PathParam("number") String number) {
        Caller caller = callers.current();
        return campaigns
                .require(caller, id(campaignId))
                .chain(campaign -> publications.require(caller, campaign.id(), number(number)))
                .chain(
                        publication ->
                                look(caller, publication)
                                        .map(view -> Answer.ok(publication.version(), view)))
                .map(Answer::toResponse);
    }

    private Uni<PublicationView> look(Caller caller, Publication publication) {
        return reports.of(caller, publication.campaignId())
                .chain(chain -> show.publication(publication, chain));
    }

    private Uni<Void> record(Caller caller, String action, Publication publication) {
        return audit.record(
                caller, AuditEntry.of(action, "campaign-publication", publication.id().toString()));
    }

    private static String path(Publication publication) {
        return CampaignShow.path(publication.campaignId())
                + "/publications/"
                + publication.number();
    }

    private static UUID id(String text) {
        return Ids.parse(text, "专项行动", "campaign");
    }

    /** What is no number names nothing, so it is not found. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new NotFound("发布数据", "publication");
        }
    }
}
