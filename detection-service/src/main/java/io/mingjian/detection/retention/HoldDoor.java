package io.mingjian.detection.retention;

import io.mingjian.detection.evidence.EvidenceKeeping;
import io.mingjian.detection.retention.RetentionViews.HoldRequest;
import io.mingjian.detection.retention.RetentionViews.HoldView;
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

/** Where bureaus hold evidence and let it go again. */
@Path("/v1/evidence/{id}/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
public class HoldDoor {
    private final EvidenceKeeping keeping;
    private final Holds holds;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    HoldDoor(
            EvidenceKeeping keeping,
            Holds holds,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.keeping = keeping;
        this.holds = holds;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** Keeps a piece of evidence whatever its term says. */
    @POST
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "要求保全证据，期满不销毁 / Hold a piece of evidence beyond its term")
    @APIResponse(
            responseCode = "201",
            description = "已保全 / held",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> place(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") @Valid HoldRequest request) {
        Caller caller = bureau();
        UUID evidenceId = evidence(id);
        return idempotency.once(
                caller,
                key,
                "evidence.hold " + evidenceId,
                request,
                () -> place(evidenceId, Decision.of(caller, clock.instant(), request.reasons())));
    }

    /** All holds on a piece, the latest first; released ones too. */
    @GET
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "证据的保全记录 / Holds on a piece of evidence")
    public Uni<List<HoldView>> list(@PathParam("id") String id) {
        UUID evidenceId = evidence(id);
        return keeping.requireVisible(evidenceId, bureau())
                .chain(() -> holds.of(evidenceId))
                .map(found -> found.stream().map(HoldView::of).toList());
    }

    /** Lets go of it: from now on its term decides. */
    @POST
    @Path("/{holdId}/release")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "解除保全 / Release a hold")
    @APIResponse(
            responseCode = "200",
            description = "已解除 / released",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> release(
            @PathParam("id") String id,
            @PathParam("holdId") String holdId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid HoldRequest request) {
        Caller caller = bureau();
        UUID evidenceId = evidence(id);
        return keeping.requireVisible(evidenceId, caller)
                .chain(() -> holds.lock(evidenceId, Ids.parse(holdId, "保全", "hold")))
                .invoke(hold -> requireOwn(hold, caller))
                .invoke(hold -> Etags.check(ifMatch, hold.version()))
                .chain(
                        hold ->
                                release(
                                        hold,
                                        Decision.of(caller, clock.instant(), request.reasons())))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    private Uni<Answer> place(UUID evidenceId, Decision decision) {
        Hold hold = new Hold(Ids.next(), evidenceId, decision);
        return keeping.hold(evidenceId, decision.by(), decision.reasons(), hold.id())
                .chain(() -> holds.add(hold))
                .map(done -> HoldView.of(hold))
                .call(view -> record("evidence.hold", decision, null, view))
                .map(
                        view ->
                                Answer.created(
                                        "/v1/evidence/" + evidenceId + "/holds/" + view.id(),
                                        view.version(),
                                        view));
    }

    private Uni<HoldView> release(Hold hold, Decision decision) {
        HoldView before = HoldView.of(hold);
        hold.release(decision);
        return keeping.release(hold.evidenceId(), decision.by(), decision.reasons(), hold.id())
                .chain(holds::flush)
                .map(done -> HoldView.of(hold))
                .call(view -> record("evidence.release", decision, before, view));
    }

    private Uni<Void> record(
            String action, Decision decision, @Nullable HoldView before, HoldView after) {
        return audit.record(
                decision.by(),
                AuditEntry.of(action, "evidence", after.evidenceId().toString())
                        .forPurpose(decision.reasons())
                        .changing(before, after));
    }

    private Caller bureau() {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new Forbidden("仅市场监督管理部门可以要求保全。", "Holds are for bureaus.");
        }
        return caller;
    }

    private static void requireOwn(Hold hold, Caller caller) {
        if (!hold.mayBeReleasedBy(caller)) {
            throw new Forbidden(
                    "该保全由其他机构提出，须由该机构或者市局解除。",
                    "Another bureau placed this hold; it or the city releases it.");
        }
    }

    private static UUID evidence(String id) {
        return Ids.parse(id, "证据", "evidence");
    }
}
