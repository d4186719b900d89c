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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where people decide about entries. Whatever is decided, all that rested on it is weighed anew.
 *
 * <p>What takes weight from evidence is decided by two people at the same door: the first wishes
 * it, the second bears it out; whoever releases the entry instead turns the wish down.
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

    /** A second person bears a proposal out; two leave a common picture without weight for good. */
    @POST
    @Path("/{id}/confirmation")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(
            summary =
                    "由另一人确认提出的条目；被隔离的画面确属多处共见的，须两人先后确认 / A second person"
                            + " confirms a proposal; two confirm that a quarantined picture is a common one")
    @APIResponse(
            responseCode = "200",
            description = "已确认，或待第二人确认 / confirmed, or waits for a second person",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> confirm(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid DecisionRequest request) {
        return decide(
                id,
                ifMatch,
                request,
                BankDecisions::requireCity,
                decision -> decision.entry().confirm(decision.by(), keeping.now()));
    }

    /** Ends a quarantine, so that it weighs again, or turns down what somebody wished. */
    @POST
    @Path("/{id}/release")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(
            summary =
                    "解除隔离，恢复计入；或不同意待确认的决定 / End a quarantine, so that it weighs again;"
                            + " or turn down what waits for a second person")
    @APIResponse(
            responseCode = "200",
            description = "已解除或者不同意 / released or turned down",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> release(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid DecisionRequest request) {
        return decide(
                id,
                ifMatch,
                request,
                BankDecisions::requireCity,
                decision -> decision.entry().release(keeping.now()));
    }

    /**
     * Takes an entry back: whatever rested on it is weighed without it. Of what the city keeps in
     * force the first person wishes it, and the second takes it back.
     */
    @POST
    @Path("/{id}/revocation")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(
            summary =
                    "撤销条目，依其作出的提示全部重算；有效的条目须两人先后撤销 / Take an entry back; what"
                            + " rested on it is weighed anew; of one in force by two people")
    @APIResponse(
            responseCode = "200",
            description = "已撤销，或待第二人确认 / revoked, or waits for a second person",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> revoke(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid DecisionRequest request) {
        return decide(
                id,
                ifMatch,
                request,
                BankDecisions::requireKeeper,
                decision -> decision.entry().revoke(decision.by(), keeping.now()));
    }

    /** A person and the entry that is decided about. */
    private record Deciding(BankEntry entry, Caller by) {}

    private Uni<Response> decide(
            String id,
            @Nullable String ifMatch,
            DecisionRequest request,
            Consumer<Deciding> permission,
            Function<Deciding, EntryAct.Kind> step) {
        Caller caller = callers.current();
        Decision decision = Decision.of(caller, keeping.now(), request.reasons());
        return entries.requireLocked(Ids.parse(id, "图库条目", "bank entry"), caller)
                .invoke(entry -> permission.accept(new Deciding(entry, caller)))
                .invoke(entry -> Etags.check(ifMatch, entry.version()))
                .call(
                        entry -> {
                            EntryAct.Kind came = step.apply(new Deciding(entry, caller));
                            return keeping.changed(
                                    caller,
                                    entry,
                                    EntryAct.by(came, caller, decision.reasons(), decision.at()));
                        })
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
