package io.mingjian.detection.outcome;

import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.outcome.OutcomeViews.OutcomeRequest;
import io.mingjian.detection.outcome.OutcomeViews.OutcomeView;
import io.mingjian.detection.outcome.OutcomeViews.WithdrawalRequest;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where bureaus say what a piece of evidence turned out to be, and take it back. */
@Path("/v1/evidence/{id}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "analysis")
public class OutcomeDoor {
    private final EvidenceWork evidence;
    private final Outcomes outcomes;
    private final OutcomeBook book;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    OutcomeDoor(
            EvidenceWork evidence,
            Outcomes outcomes,
            OutcomeBook book,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.evidence = evidence;
        this.outcomes = outcomes;
        this.book = book;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** Confirms an outcome. It changes no indication and no rule. */
    @POST
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "确认证据的最终结论及其依据 / Confirm what a piece of evidence turned out to be")
    @APIResponse(
            responseCode = "201",
            description = "已记录 / kept",
            content = @Content(schema = @Schema(implementation = OutcomeView.class)))
    public Uni<Response> confirm(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") @Valid OutcomeRequest request) {
        Caller caller = bureau();
        UUID evidenceId = evidence(id);
        return idempotency.once(
                caller,
                key,
                "evidence.outcome " + evidenceId,
                request,
                () -> confirm(caller, evidenceId, request));
    }

    /** All outcomes of a piece, the latest first; withdrawn ones too. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "证据的结论记录 / Outcomes of a piece of evidence")
    public Uni<List<OutcomeView>> list(@PathParam("id") String id) {
        UUID evidenceId = evidence(id);
        return visible(evidenceId, bureau())
                .chain(() -> outcomes.of(evidenceId))
                .map(found -> found.stream().map(OutcomeView::of).toList());
    }

    /** Takes an outcome back; it stays on record and calibrates nothing any more. */
    @POST
    @Path("/{outcomeId}/withdrawal")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "撤回结论 / Withdraw an outcome")
    @APIResponse(
            responseCode = "200",
            description = "已撤回 / withdrawn",
            content = @Content(schema = @Schema(implementation = OutcomeView.class)))
    public Uni<Response> withdraw(
            @PathParam("id") String id,
            @PathParam("outcomeId") String outcomeId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid WithdrawalRequest request) {
        Caller caller = bureau();
        UUID evidenceId = evidence(id);
        return visible(evidenceId, caller)
                .chain(() -> outcomes.lock(evidenceId, Ids.parse(outcomeId, "结论", "outcome")))
                .invoke(outcome -> requireOwn(outcome, caller))
                .invoke(outcome -> Etags.check(ifMatch, outcome.version()))
                .chain(outcome -> withdraw(outcome, decision(caller, request.reasons())))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    private Uni<Answer> confirm(Caller caller, UUID evidenceId, OutcomeRequest request) {
        Decision decision = decision(caller, request.reasons());
        EvidenceOutcome outcome =
                new EvidenceOutcome(
                        Ids.next(),
                        evidenceId,
                        new EvidenceOutcome.Finding(request.outcome(), request.restsOn()),
                        decision);
        return visible(evidenceId, caller)
                .chain(() -> book.enter(outcome))
                .map(done -> OutcomeView.of(outcome))
                .call(view -> record("evidence.outcome", decision, null, view))
                .map(
                        view ->
                                Answer.created(
                                        "/v1/evidence/" + evidenceId + "/outcomes/" + view.id(),
                                        view.version(),
                                        view));
    }

    private Uni<OutcomeView> withdraw(EvidenceOutcome outcome, Decision decision) {
        OutcomeView before = OutcomeView.of(outcome);
        outcome.withdraw(decision);
        return book.changed(outcome)
                .map(done -> OutcomeView.of(outcome))
                .call(view -> record("evidence.outcome-withdraw", decision, before, view));
    }

    private Uni<EvidenceState> visible(UUID evidenceId, Caller caller) {
        return evidence.requireVisible(evidenceId, caller);
    }

    private Uni<Void> record(
            String action, Decision decision, @Nullable OutcomeView before, OutcomeView after) {
        return audit.record(
                decision.by(),
                AuditEntry.of(action, "evidence", after.evidenceId().toString())
                        .forPurpose(decision.reasons())
                        .changing(before, after));
    }

    private Decision decision(Caller caller, String reasons) {
        return Decision.of(caller, clock.instant(), reasons);
    }

    private Caller bureau() {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new Forbidden("仅市场监督管理部门可以确认结论。", "Outcomes are for bureaus.");
        }
        return caller;
    }

    private static void requireOwn(EvidenceOutcome outcome, Caller caller) {
        if (!caller.isCity() && !outcome.organisation().equals(caller.organisation())) {
            throw new Forbidden(
                    "该结论由其他机构作出，须由该机构或者市局撤回。",
                    "Another bureau said this; it or the city takes it back.");
        }
    }

    private static UUID evidence(String id) {
        return Ids.parse(id, "证据", "evidence");
    }
}
