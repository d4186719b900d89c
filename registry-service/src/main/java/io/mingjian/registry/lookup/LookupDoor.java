package io.mingjian.registry.lookup;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.LimitReached;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.lookup.LookupLog.Entry;
import io.mingjian.registry.lookup.LookupViews.LookupEntryView;
import io.mingjian.registry.lookup.LookupViews.LookupRequest;
import io.mingjian.registry.lookup.LookupViews.LookupView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: departments ask whether a person is listed, and who asked is looked up. */
@Path("/v1/abnormal-filer-lookups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "异常名录查询 Look-ups")
public class LookupDoor {
    private final Lookups lookups;
    private final LookupLog log;
    private final Idempotency idempotency;
    private final UnitOfWork units;
    private final Callers callers;
    private final Cursors cursors;

    LookupDoor(
            Lookups lookups,
            LookupLog log,
            Idempotency idempotency,
            UnitOfWork units,
            Callers callers,
            Cursors cursors) {
        this.lookups = lookups;
        this.log = log;
        this.idempotency = idempotency;
        this.units = units;
        this.callers = callers;
        this.cursors = cursors;
    }

    /**
     * Asks. A question that is turned away leaves its trace in the audit chain, in a transaction of
     * its own, because its first one is rolled back.
     */
    @POST
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "INTEGRATION"})
    @Operation(summary = "查询是否列入投诉举报异常名录（须有协议、用途和依据，留痕） / Ask whether a person is listed; audited")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LookupView.class)))
    public Uni<Response> ask(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") LookupRequest request) {
        Caller caller = callers.current();
        return units.inTransaction(() -> ask(caller, key, request))
                .onFailure(Forbidden.class)
                .call(() -> recordRefusal(caller, Lookups.NO_AGREEMENT))
                .onFailure(LimitReached.class)
                .call(() -> recordRefusal(caller, LookupLimits.CODE))
                .map(LookupDoor::unstored);
    }

    private Uni<Answer> ask(Caller caller, @Nullable String key, LookupRequest request) {
        return lookups.agreement(caller)
                .chain(
                        agreement -> {
                            Question question = lookups.read(caller, agreement, request);
                            return idempotency.answerOnce(
                                    caller,
                                    key,
                                    "lookups.ask",
                                    fingerprint(question, request),
                                    () ->
                                            lookups.answer(caller, agreement, question)
                                                    .map(Answer::ok),
                                    answer -> Uni.createFrom().voidItem());
                        });
    }

    /** Without the number of a document: kept hashes must not be open to trying all numbers. */
    private static String fingerprint(Question question, LookupRequest request) {
        return String.join(
                "|",
                Base64.getEncoder().encodeToString(question.asked()),
                String.valueOf(request.name()),
                question.purposeCode().name(),
                question.purpose(),
                question.legalBasis(),
                question.caseNo(),
                String.valueOf(question.operator()));
    }

    private Uni<Void> recordRefusal(Caller caller, String code) {
        return units.inTransaction(() -> lookups.recordRefusal(caller, code));
    }

    private static Response unstored(Answer answer) {
        return Response.fromResponse(answer.toResponse())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** What the caller's organisation asked; the city's auditors see all organisations. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR", "SECURITY_ADMIN"})
    @Operation(summary = "查询记录（本单位；市局审计人员可查全部） / Answered look-ups, the latest first")
    public Uni<Page<LookupEntryView>> list(
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        int limit = Page.limit(asked);
        String filter = "lookups|" + organisation;
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, filter, cursor).getOrDefault("id", ""));
        return log.page(caller, organisation, before, limit + 1)
                .map(found -> page(caller, filter, found, limit));
    }

    private Page<LookupEntryView> page(Caller caller, String filter, List<Entry> found, int limit) {
        List<Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller, filter, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null;
        return new Page<>(
                shown.stream().map(each -> LookupEntryView.of(each, caller)).toList(), next);
    }

    /** One of them, as for a copy that carries its number. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR", "SECURITY_ADMIN"})
    @Operation(summary = "查看一次查询的记录 / One answered look-up")
    public Uni<LookupEntryView> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return log.require(caller, id).map(entry -> LookupEntryView.of(entry, caller));
    }
}
