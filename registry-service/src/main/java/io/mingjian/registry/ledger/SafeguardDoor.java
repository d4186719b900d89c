package io.mingjian.registry.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.ledger.FilingContents.Said;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: whether a filing is counted against its filer. The form may ask for it; the bureau
 * that has the filing sets it and takes it away, with reasons. It changes nothing about the filing.
 */
@Path("/v1/filings/{id}/safeguard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "判定标准 Criteria")
public class SafeguardDoor {
    private final Bookkeeping books;
    private final Book book;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    SafeguardDoor(Bookkeeping books, Book book, Audit audit, Callers callers, Clock clock) {
        this.books = books;
        this.book = book;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** Whether a filing is counted. */
    @Schema(name = "Safeguard", description = "是否计入判定标准 / Whether a filing is counted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SafeguardView(
            UUID filingId,
            boolean counted,
            @Nullable SetAside setAside,
            @Nullable String setAsideName) {
        static SafeguardView of(UUID filingId, Optional<SetAside> why) {
            return new SafeguardView(
                    filingId, why.isEmpty(), why.orElse(null), why.map(SetAside::zh).orElse(null));
        }

        /** Another state has another tag. */
        int version() {
            return setAside == null ? 0 : setAside.ordinal() + 1;
        }
    }

    /** What a filing is to be. */
    @Schema(name = "SafeguardRequest")
    record SafeguardRequest(
            @Nullable
                    @Schema(
                            description = "不计入的原因；不填即恢复计入",
                            enumeration = {"WHISTLE_BLOWER", "INSIDER", "SAFETY_HARM"})
                    String setAside,
            @Nullable @Schema(required = true) String reasons) {
        Optional<SetAside> read() {
            Faults faults = new Faults();
            Optional<SetAside> read = faults.code("/setAside", SetAside.class, setAside, "不计入的原因");
            faults.refuseIfAny();
            return read;
        }
    }

    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看该件是否计入判定标准 / Whether a filing is counted")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SafeguardView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return filing(caller, id)
                .chain(said -> view(caller, said))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    /** Sets a filing aside, or counts it again. */
    @POST
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "设置或者取消不计入（须说明理由） / Set a filing aside or count it again")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SafeguardView.class)))
    public Uni<Response> set(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") SafeguardRequest request) {
        Caller caller = callers.current();
        return filing(caller, id)
                .invoke(said -> requireHolder(caller, said))
                .call(said -> set(caller, said, ifMatch, request))
                .chain(said -> view(caller, said))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    private Uni<Void> set(
            Caller caller, Said said, @Nullable String ifMatch, SafeguardRequest request) {
        Optional<SetAside> why = request.read();
        Decision decision = Decision.of(caller, clock.instant(), request.reasons());
        return view(caller, said)
                .invoke(before -> Etags.check(ifMatch, before.version()))
                .call(() -> books.setAside(caller, said, why.orElse(null)))
                .chain(
                        before ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "filing.safeguard",
                                                        "filing",
                                                        said.filingId().toString())
                                                .changing(
                                                        before,
                                                        SafeguardView.of(said.filingId(), why))
                                                .forPurpose(decision.reasons())));
    }

    private Uni<Said> filing(Caller caller, String id) {
        return books.seen(caller, Ids.parse(id, "投诉举报", "filing"))
                .map(found -> found.orElseThrow(() -> new NotFound("投诉举报", "filing")));
    }

    private Uni<SafeguardView> view(Caller caller, Said said) {
        return book.setAsideOf(caller, said.submissionId())
                .map(
                        rows -> {
                            if (rows.isEmpty()) {
                                throw new Conflict(
                                        "not-counted-yet",
                                        "该件尚未计入，请稍后再试。",
                                        "This filing is not counted yet; try again later.");
                            }
                            return SafeguardView.of(said.filingId(), rows.get(0));
                        });
    }

    private static void requireHolder(Caller caller, Said said) {
        if (!caller.organisation().equals(said.holder())) {
            throw new Forbidden(
                    "该件现由其他单位办理，贵单位只能查看。", "Another bureau has this filing; you may only look.");
        }
    }
}
