package io.mingjian.registry.lookup;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.lookup.Agreement.Terms;
import io.mingjian.registry.lookup.AgreementViews.AgreementList;
import io.mingjian.registry.lookup.AgreementViews.AgreementProposal;
import io.mingjian.registry.lookup.AgreementViews.AgreementView;
import io.mingjian.registry.lookup.AgreementViews.EndRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: with whom it is agreed that they may ask. */
@Path("/v1/lookup-agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "异常名录查询 Look-ups")
public class AgreementDoor {
    private final Agreements agreements;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    AgreementDoor(
            Agreements agreements,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.agreements = agreements;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** All agreements to the city, to a department those made with it. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR", "SECURITY_ADMIN"})
    @Operation(summary = "名录查询协议 / Agreements, the newest first")
    public Uni<AgreementList> list() {
        LocalDate today = LegalDay.today(clock);
        return agreements
                .all(callers.current())
                .map(
                        all ->
                                new AgreementList(
                                        all.stream()
                                                .map(each -> AgreementView.of(each, today))
                                                .toList()));
    }

    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR", "SECURITY_ADMIN"})
    @Operation(summary = "查看名录查询协议 / One agreement")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        return agreements.require(callers.current(), agreements.parse(id)).map(this::shown);
    }

    /** Has no effect until a second person activates it. */
    @POST
    @WithTransaction
    @RolesAllowed("REVIEWER")
    @Operation(summary = "拟订名录查询协议（须由另一人启用） / Propose an agreement; another person activates it")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Uni<Response> propose(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") AgreementProposal request) {
        Caller caller = callers.requireCity();
        Terms terms = request.read(LegalDay.today(clock));
        return idempotency.once(
                caller, key, "lookup-agreements.propose", request, () -> propose(caller, terms));
    }

    private Uni<Answer> propose(Caller caller, Terms terms) {
        Agreement made = Agreement.proposed(Ids.next(), terms, caller, clock.instant());
        return agreements
                .add(caller, made)
                .call(() -> record(caller, made, "propose", null))
                .replaceWith(
                        () ->
                                Answer.created(
                                        "/v1/lookup-agreements/" + made.id(),
                                        made.version(),
                                        AgreementView.of(made, LegalDay.today(clock))));
    }

    /** The second person puts it into force. */
    @POST
    @Path("/{id}/activation")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "启用名录查询协议（不得为拟订人） / Activate an agreement; not its proposer")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Uni<Response> activate(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Caller caller = callers.requireCity();
        return agreements
                .require(caller, agreements.parse(id))
                .invoke(found -> Etags.check(ifMatch, found.version()))
                .invoke(found -> found.activate(caller, clock.instant()))
                .call(found -> record(caller, found, "activate", null))
                .map(this::shown);
    }

    /** Closes it at once: to open takes two, to close one. */
    @POST
    @Path("/{id}/ending")
    @WithTransaction
    @RolesAllowed({"HEAD", "SECURITY_ADMIN"})
    @Operation(summary = "终止名录查询协议并说明理由，立即生效 / End an agreement at once, with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Uni<Response> end(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") EndRequest request) {
        Caller caller = callers.requireCity();
        return agreements
                .require(caller, agreements.parse(id))
                .invoke(found -> Etags.check(ifMatch, found.version()))
                .call(
                        found -> {
                            Decision decision =
                                    Decision.of(caller, clock.instant(), request.reasons());
                            found.end(caller, decision.reasons(), decision.at());
                            return record(caller, found, "end", decision.reasons());
                        })
                .map(this::shown);
    }

    private Uni<Void> record(
            Caller caller, Agreement agreement, String act, @Nullable String reasons) {
        AuditEntry entry =
                AuditEntry.of("lookup-agreement." + act, "agreement", agreement.id().toString())
                        .changing(null, agreement.terms());
        return audit.record(caller, reasons == null ? entry : entry.forPurpose(reasons));
    }

    private Response shown(Agreement agreement) {
        return Answer.ok(agreement.version(), AgreementView.of(agreement, LegalDay.today(clock)))
                .toResponse();
    }
}
