package io.mingjian.registry.document;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.document.DocumentViews.DocumentView;
import io.mingjian.registry.document.Documents.Seen;
import io.mingjian.registry.document.ServiceRequests.ReissueRequest;
import io.mingjian.registry.document.ServiceRequests.ServiceRequest;
import io.mingjian.registry.document.ServiceRequests.WithdrawalRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what people do with an issued notice. Every change needs {@code If-Match}. */
@Path("/v1/documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "文书 Documents")
public class DocumentActs {
    private final Documents documents;
    private final ServiceBook services;
    private final DocumentDesk desk;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    DocumentActs(
            Documents documents,
            ServiceBook services,
            DocumentDesk desk,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.documents = documents;
        this.services = services;
        this.desk = desk;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** Enters how and when a notice was served; with reasons, corrects the entry before. */
    @POST
    @Path("/services")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记送达，或者说明理由更正送达登记 / Enter or correct the service of a notice")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Uni<Response> serve(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") ServiceRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller,
                key,
                "documents.serve:" + id,
                request,
                () -> serve(caller, id, ifMatch, request));
    }

    /** Takes a notice back, saying why; its number stays used. */
    @POST
    @Path("/withdrawal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "撤回文书并说明理由，文号不再使用 / Take a notice back; its number stays used")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Uni<Response> withdraw(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") WithdrawalRequest request) {
        Caller caller = callers.current();
        return load(caller, id, ifMatch, Act.WITHDRAW)
                .call(
                        seen ->
                                withdraw(
                                        caller,
                                        seen.document(),
                                        decision(caller, request.reasons())))
                .chain(
                        seen ->
                                desk.view(caller, seen)
                                        .map(
                                                view ->
                                                        Answer.ok(seen.document().version(), view)
                                                                .toResponse()));
    }

    /** Issues a notice again under the next number; the earlier one is taken back if need be. */
    @POST
    @Path("/reissue")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "撤回并以新文号重新出具文书 / Issue a notice again under a new number")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Uni<Response> reissue(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") ReissueRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller,
                key,
                "documents.reissue:" + id,
                request,
                () -> reissue(caller, id, ifMatch, request));
    }

    private Uni<Answer> serve(
            Caller caller, String id, @Nullable String ifMatch, ServiceRequest request) {
        return load(caller, id, ifMatch, Act.SERVE)
                .call(seen -> services.enter(caller, seen.document(), request))
                .call(seen -> audit.record(caller, served(seen.document(), request)))
                .chain(seen -> created(caller, seen, "/v1/documents/" + id));
    }

    private static AuditEntry served(Document document, ServiceRequest request) {
        String correction = request.correction();
        String act = correction == null ? "document.serve" : "document.correct-service";
        AuditEntry entry = entry(act, document).changing(null, request);
        return correction == null ? entry : entry.forPurpose(correction);
    }

    private Uni<Void> withdraw(Caller caller, Document document, Decision decision) {
        return documents
                .takeBack(caller, document, decision)
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        entry("document.withdraw", document)
                                                .forPurpose(decision.reasons())));
    }

    private Uni<Answer> reissue(
            Caller caller, String id, @Nullable String ifMatch, ReissueRequest request) {
        Decision decision = decision(caller, request.reasons());
        return load(caller, id, ifMatch, Act.REISSUE)
                .call(seen -> documents.requireNotReplaced(caller, seen.document()))
                .chain(
                        seen -> {
                            NoticeOrder order =
                                    request.read(seen.document(), LegalDay.today(clock));
                            return takenBack(caller, seen.document(), decision)
                                    .chain(
                                            () ->
                                                    documents.issueInstead(
                                                            caller, seen.document(), order))
                                    .map(issued -> new Seen(issued, seen.now()));
                        })
                .call(
                        seen ->
                                audit.record(
                                        caller,
                                        entry("document.reissue", seen.document())
                                                .forPurpose(decision.reasons())
                                                .changing(
                                                        Map.of("document", id),
                                                        Map.of("document", seen.document().id()))))
                .chain(seen -> created(caller, seen, "/v1/documents/" + seen.document().id()));
    }

    private Uni<Void> takenBack(Caller caller, Document document, Decision decision) {
        return document.withdrawnAt() == null
                ? withdraw(caller, document, decision)
                : Uni.createFrom().voidItem();
    }

    private Uni<Seen> load(Caller caller, String id, @Nullable String ifMatch, Act act) {
        return documents
                .require(caller, Documents.parse(id))
                .invoke(seen -> act.require(caller, seen))
                .invoke(seen -> Etags.check(ifMatch, seen.document().version()));
    }

    private Uni<Answer> created(Caller caller, Seen seen, String location) {
        return desk.view(caller, seen)
                .map(view -> Answer.created(location, seen.document().version(), view));
    }

    private Decision decision(Caller caller, @Nullable String reasons) {
        return Decision.of(caller, clock.instant(), reasons);
    }

    private static AuditEntry entry(String act, Document document) {
        return AuditEntry.of(act, "document", document.id().toString());
    }
}
