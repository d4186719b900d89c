package io.mingjian.registry.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.listing.Rechecks.Filter;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: filings that were handled under a listing that was taken back. */
@Path("/v1/rechecks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报异常名录 Abnormal-filer list")
public class RecheckDoor {
    private final Rechecks rechecks;
    private final Audit audit;
    private final Callers callers;
    private final Cursors cursors;
    private final Clock clock;

    RecheckDoor(Rechecks rechecks, Audit audit, Callers callers, Cursors cursors, Clock clock) {
        this.rechecks = rechecks;
        this.audit = audit;
        this.callers = callers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A filing to be looked at again.
     *
     * @param version under which a result is sent
     * @param acts how many steps people took on it while the listing had effect
     * @param mine whether the caller's bureau is the one to look, and has not yet
     */
    @Schema(name = "Recheck", description = "重新检视：列入期间办理过的投诉举报 / A filing to be looked at again")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecheckView(
            UUID id,
            int version,
            UUID entryId,
            UUID filingId,
            FilingKind kind,
            String registrationNo,
            String holder,
            Recheck.Cause cause,
            String causeName,
            int acts,
            LocalDate firstActOn,
            LocalDate lastActOn,
            OffsetDateTime openedAt,
            boolean mine,
            Recheck.@Nullable Result result,
            @Nullable String resultName,
            @Nullable String reasons,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt) {

        static RecheckView of(Recheck recheck, Caller caller) {
            Recheck.Result result = recheck.result();
            Instant decided = recheck.decidedAt();
            return new RecheckView(
                    recheck.id(),
                    recheck.version(),
                    recheck.entryId(),
                    recheck.filingId(),
                    recheck.kind(),
                    recheck.registrationNo(),
                    recheck.holder(),
                    recheck.cause(),
                    recheck.cause().zh(),
                    recheck.acts(),
                    recheck.firstActOn(),
                    recheck.lastActOn(),
                    local(recheck.openedAt()),
                    recheck.isFor(caller),
                    result,
                    result == null ? null : result.zh(),
                    recheck.reasons(),
                    recheck.decidedBy(),
                    decided == null ? null : local(decided));
        }

        private static OffsetDateTime local(Instant at) {
            return at.atZone(LegalDay.ZONE).toOffsetDateTime();
        }
    }

    /** What an officer found when looking again. */
    @Schema(name = "RecheckResultRequest")
    record ResultRequest(
            @Schema(required = true) Recheck.@Nullable Result result, @Nullable String reasons) {}

    /** The queue of the caller's bureau, those that wait longest in front; the city sees all. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "重新检视清单 / Filings to be looked at again")
    public Uni<Page<RecheckView>> list(
            @QueryParam("entryId") @Nullable UUID entryId,
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        Filter filter = new Filter(entryId, open);
        String name = "rechecks|" + filter;
        int limit = Page.limit(asked);
        UUID after =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, name, cursor).getOrDefault("id", ""));
        return rechecks.page(caller, filter, after, limit + 1)
                .map(found -> page(caller, name, found, limit));
    }

    private Page<RecheckView> page(Caller caller, String name, List<Recheck> found, int limit) {
        List<Recheck> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(each -> RecheckView.of(each, caller)).toList(),
                found.size() > limit
                        ? cursors.sign(
                                caller, name, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看一件重新检视 / One filing to be looked at again")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecheckView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return rechecks.require(caller, parse(id)).map(found -> answer(caller, found));
    }

    /** An officer of the bureau that has the filing says what came out of it. */
    @POST
    @Path("/{id}/result")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记重新检视结果 / Say what came out of it")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecheckView.class)))
    public Uni<Response> decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ResultRequest request) {
        Caller caller = callers.current();
        return rechecks.require(caller, parse(id))
                .invoke(found -> Etags.check(ifMatch, found.version()))
                .invoke(found -> decide(caller, found, request))
                .call(
                        found ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("recheck.result", "recheck", id)
                                                .changing(null, RecheckView.of(found, caller))))
                .map(found -> answer(caller, found));
    }

    private void decide(Caller caller, Recheck recheck, ResultRequest request) {
        Recheck.Result result = request.result();
        if (result == null) {
            throw new Invalid("/result", "required", "请选择检视结果。", "This field is required.");
        }
        recheck.decide(result, Decision.of(caller, clock.instant(), request.reasons()));
    }

    private static Response answer(Caller caller, Recheck found) {
        return Answer.ok(found.version(), RecheckView.of(found, caller)).toResponse();
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "重新检视", "recheck");
    }
}
