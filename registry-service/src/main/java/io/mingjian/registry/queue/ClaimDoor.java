package io.mingjian.registry.queue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.queue.ClaimViews.ClaimsView;
import io.mingjian.registry.queue.ClaimViews.NextRequest;
import io.mingjian.registry.queue.ClaimViews.OfficerView;
import io.mingjian.registry.queue.ClaimViews.ReassignmentRequest;
import io.mingjian.registry.queue.ClaimViews.ReleaseRequest;
import io.mingjian.registry.queue.Claims.Ending;
import io.mingjian.registry.queue.Officers.Officer;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: officers take work, give it back, and hand it to each other. */
@Path("/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "待办 Queue")
public class ClaimDoor {
    private final Claims claims;
    private final Officers officers;
    private final Absences absences;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;

    ClaimDoor(
            Claims claims,
            Officers officers,
            Absences absences,
            Idempotency idempotency,
            Audit audit,
            Callers callers) {
        this.claims = claims;
        this.officers = officers;
        this.absences = absences;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
    }

    /** Takes a filing; the same officer again changes nothing. */
    @POST
    @Path("/{filingId}/claim")
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER"})
    @Operation(summary = "认领一件待办 / Take a filing")
    @APIResponse(
            responseCode = "201",
            description = "已认领；此前已由本人认领的返回 200 / taken; 200 if it was yours already",
            content = @Content(schema = @Schema(implementation = ClaimsView.class)))
    public Uni<Response> claim(@PathParam("filingId") String filingId) {
        Caller caller = callers.current();
        return officers.seen(caller)
                .chain(() -> claims.lock(caller, parse(filingId)))
                .chain(line -> line.isClaimedBy(caller) ? shown(caller, line) : take(caller, line))
                .map(Answer::toResponse);
    }

    private Uni<Answer> take(Caller caller, ClaimedLine line) {
        line.requireAt(caller);
        line.requireOpen();
        if (line.claimedBy() != null) {
            throw ClaimedLine.claimedByOther(line.claimedName());
        }
        return given(caller, line, self(caller))
                .call(() -> record(caller, line, "claim", null, caller.subject()));
    }

    /** Pulls the most urgent filing of the bureau that nobody has. */
    @POST
    @Path("/next")
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER"})
    @Operation(summary = "领取最紧迫的一件待办 / Pull the most urgent filing")
    @APIResponse(
            responseCode = "201",
            description = "已领取 / taken",
            content = @Content(schema = @Schema(implementation = ClaimsView.class)))
    @APIResponse(responseCode = "204", description = "没有可领取的待办 / nothing to take")
    public Uni<Response> next(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NextRequest asked) {
        Caller caller = callers.current();
        NextRequest request = asked == null ? NextRequest.ANY : asked;
        return idempotency.once(
                caller,
                key,
                "queue.next " + caller.subject(),
                request,
                () -> pull(caller, request));
    }

    private Uni<Answer> pull(Caller caller, NextRequest request) {
        return officers.seen(caller)
                .chain(() -> absences.requirePresent(caller, caller.subject(), caller.name()))
                .chain(() -> claims.lockNext(caller, request.kind(), request.state()))
                .chain(
                        found ->
                                found.map(line -> take(caller, line))
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(
                                                                        new Answer(
                                                                                204, null, null,
                                                                                null))));
    }

    /** Gives a filing back to the pool: its holder, who covers for the holder, or the head. */
    @POST
    @Path("/{filingId}/release")
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "退回公共待办 / Give a filing back")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClaimsView.class)))
    public Uni<Response> release(
            @PathParam("filingId") String filingId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ReleaseRequest request) {
        Caller caller = callers.current();
        return claims.lock(caller, parse(filingId))
                .invoke(line -> line.requireAt(caller))
                .invoke(line -> Etags.check(ifMatch, line.version()))
                .call(line -> requireOwn(caller, line))
                .call(
                        line ->
                                claims.end(
                                        caller,
                                        line.filingId(),
                                        Ending.RELEASED,
                                        request.reasons()))
                .call(line -> record(caller, line, "release", request.reasons(), null))
                .chain(line -> again(caller, line))
                .map(Answer::toResponse);
    }

    private Uni<Void> requireOwn(Caller caller, ClaimedLine line) {
        String holder = line.requireClaimed();
        if (line.isClaimedBy(caller) || caller.has(Role.HEAD)) {
            return Uni.createFrom().voidItem();
        }
        return absences.covers(caller, holder)
                .invoke(
                        covers -> {
                            if (!covers) {
                                throw ClaimedLine.claimedByOther(line.claimedName());
                            }
                        })
                .replaceWithVoid();
    }

    /** Hands a filing, claimed or not, to another officer of the bureau. */
    @POST
    @Path("/{filingId}/reassignment")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "改派给本单位其他人员 / Hand a filing to another officer")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClaimsView.class)))
    public Uni<Response> reassign(
            @PathParam("filingId") String filingId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ReassignmentRequest request) {
        Caller caller = callers.current();
        String reasons = request.reasons();
        if (reasons == null || reasons.isBlank()) {
            throw new ReasonsMissing();
        }
        return officers.seen(caller)
                .chain(() -> claims.lock(caller, parse(filingId)))
                .invoke(line -> line.requireAt(caller))
                .invoke(line -> Etags.check(ifMatch, line.version()))
                .invoke(ClaimedLine::requireOpen)
                .chain(line -> handOver(caller, line, request.to(), reasons))
                .map(Answer::toResponse);
    }

    private Uni<Answer> handOver(
            Caller caller, ClaimedLine line, @Nullable String to, String reasons) {
        if (Objects.equals(to, line.claimedBy()) || to == null || to.isBlank()) {
            throw new Invalid(
                    "/to",
                    "another-officer",
                    "请指定本单位另一名经办人员。",
                    "Name another officer of your bureau.");
        }
        return officers.require(caller, to, "/to")
                .call(officer -> absences.requirePresent(caller, officer.subject(), officer.name()))
                .call(
                        () ->
                                line.claimedBy() == null
                                        ? Uni.createFrom().voidItem()
                                        : claims.end(
                                                caller,
                                                line.filingId(),
                                                Ending.REASSIGNED,
                                                reasons))
                .call(officer -> claims.begin(caller, line.filingId(), officer))
                .call(officer -> record(caller, line, "reassign", reasons, officer.subject()))
                .chain(() -> again(caller, line));
    }

    /** Who of the caller's bureau works and worked on a filing. */
    @GET
    @Path("/{filingId}/claims")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看认领记录 / Who works and worked on a filing")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClaimsView.class)))
    public Uni<Response> claims(@PathParam("filingId") String filingId) {
        Caller caller = callers.current();
        return claims.read(caller, parse(filingId))
                .chain(
                        line ->
                                claims.periods(caller, line.filingId())
                                        .invoke(
                                                periods -> {
                                                    if (periods.isEmpty()) {
                                                        line.requireAt(caller);
                                                    }
                                                })
                                        .map(
                                                periods ->
                                                        Answer.ok(
                                                                line.version(),
                                                                ClaimsView.of(line, periods))))
                .map(Answer::toResponse);
    }

    /** Officers of the caller's bureau to whom work can be handed. */
    @GET
    @Path("/officers")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "本单位可办理人员 / Officers of the bureau")
    public Uni<List<OfficerView>> officers() {
        return officers.of(callers.current())
                .map(
                        found ->
                                found.stream()
                                        .map(
                                                one ->
                                                        new OfficerView(
                                                                one.subject(),
                                                                one.name(),
                                                                one.handles()))
                                        .toList());
    }

    private Uni<Answer> given(Caller caller, ClaimedLine line, Officer officer) {
        return claims.begin(caller, line.filingId(), officer)
                .chain(() -> again(caller, line))
                .map(
                        answer ->
                                new Answer(
                                        201,
                                        "/v1/queue/" + line.filingId() + "/claims",
                                        answer.etag(),
                                        answer.body()));
    }

    private Uni<Answer> again(Caller caller, ClaimedLine before) {
        return claims.read(caller, before.filingId()).chain(line -> shown(caller, line));
    }

    private Uni<Answer> shown(Caller caller, ClaimedLine line) {
        return claims.periods(caller, line.filingId())
                .map(periods -> Answer.ok(line.version(), ClaimsView.of(line, periods)));
    }

    private Uni<Void> record(
            Caller caller,
            ClaimedLine line,
            String act,
            @Nullable String reasons,
            @Nullable String to) {
        AuditEntry entry =
                AuditEntry.of("queue." + act, "filing", line.filingId().toString())
                        .changing(holding(line.claimedBy()), holding(to));
        return audit.record(caller, reasons == null ? entry : entry.forPurpose(reasons));
    }

    private static Map<String, String> holding(@Nullable String subject) {
        return subject == null ? Map.of() : Map.of("claimedBy", subject);
    }

    private static Officer self(Caller caller) {
        return new Officer(caller.subject(), caller.name(), true);
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "待办事项", "line of the queue");
    }
}
