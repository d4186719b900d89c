package io.mingjian.detection.bank;

import io.mingjian.detection.bank.BankViews.DecisionRequest;
import io.mingjian.detection.bank.BankViews.EntryView;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where people decide about entries. Whatever is decided, all that rested on it is weighed anew.
 */
@Path("/v1/bank-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bank")
public class BankDecisions {
    private final BankEntries entries;
    private final BankKeeping keeping;
    private final BankShowing showing;
    private final Callers callers;

    BankDecisions(BankEntries entries, BankKeeping keeping, BankShowing showing, Callers callers) {
        this.entries = entries;
        this.keeping = keeping;
        this.showing = showing;
        this.callers = callers;
    }

    /** A second person bears a proposal out, or leaves a common picture without weight for good. */
    @POST
    @Path("/{id}/confirmation")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(
            summary =
                    "由另一人确认提出的条目，或确认被隔离的画面确属多处共见 / A second person confirms a"
                            + " proposal, or that a quarantined picture is a common one")
    @APIResponse(
            responseCode = "200",
            description = "已确认 / confirmed",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> confirm(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid DecisionRequest request) {
        return decide(
                id,
                ifMatch,
                request,
                EntryAct.Kind.CONFIRMED,
                BankDecisions::requireCity,
                decision -> decision.entry().confirm(decision.by(), keeping.now()));
    }

    /** Ends a quarantine: it weighs again. */
    @POST
    @Path("/{id}/release")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "解除隔离，恢复计入 / End a quarantine; it weighs again")
    @APIResponse(
            responseCode = "200",
            description = "已解除 / released",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> release(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid DecisionRequest request) {
        return decide(
                id,
                ifMatch,
                request,
                EntryAct.Kind.RELEASED,
                BankDecisions::requireCity,
                decision -> decision.entry().release(keeping.now()));
    }

    /** Takes an entry back: whatever rested on it is weighed without it. */
    @POST
    @Path("/{id}/revocation")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "撤销条目，依其作出的提示全部重算 / Take an entry back; what rested on it is weighed anew")
    @APIResponse(
            responseCode = "200",
            description = "已撤销 / revoked",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> revoke(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid DecisionRequest request) {
        return decide(
                id,
                ifMatch,
                request,
                EntryAct.Kind.REVOKED,
                BankDecisions::requireKeeper,
                decision -> decision.entry().revoke(keeping.now()));
    }

    /** A person and the entry that is decided about. */
    private record Deciding(BankEntry entry, Caller by) {}

    private Uni<Response> decide(
            String id,
            @Nullable String ifMatch,
            DecisionRequest request,
            EntryAct.Kind kind,
            Consumer<Deciding> permission,
            Consumer<Deciding> step) {
        Caller caller = callers.current();
        Decision decision = Decision.of(caller, keeping.now(), request.reasons());
        EntryAct act = EntryAct.by(kind, caller, decision.reasons(), decision.at());
        return entries.requireLocked(Ids.parse(id, "图库条目", "bank entry"), caller)
                .invoke(entry -> permission.accept(new Deciding(entry, caller)))
                .invoke(entry -> Etags.check(ifMatch, entry.version()))
                .invoke(entry -> step.accept(new Deciding(entry, caller)))
                .call(entry -> keeping.changed(caller, entry, act))
                .chain(entry -> showing.view(entry, caller))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    private static void requireCity(Deciding deciding) {
        if (!Bank.isDeciderOfTheCity(deciding.by())) {
            throw notYours();
        }
    }

    private static void requireKeeper(Deciding deciding) {
        if (!deciding.entry().mayBeRevokedBy(deciding.by())) {
            throw notYours();
        }
    }

    private static Forbidden notYours() {
        return new Forbidden(
                "该决定由市局审核人或者负责人作出。", "A reviewer or head of the city's bureau decides this.");
    }
}
