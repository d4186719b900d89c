package io.mingjian.registry.trial;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.criteria.Criteria;
import io.mingjian.registry.trial.TrialViews.TrialRequest;
import io.mingjian.registry.trial.TrialViews.TrialView;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city tries a version of a criterion before it goes live. */
@Path("/v1/criteria-trials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "判定标准的检验 Criteria trials")
public class TrialDoor {
    private final Trials trials;
    private final Criteria criteria;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Cursors cursors;
    private final Callers callers;
    private final Clock clock;

    TrialDoor(
            Trials trials,
            Criteria criteria,
            Idempotency idempotency,
            Audit audit,
            Cursors cursors,
            Callers callers,
            Clock clock) {
        this.trials = trials;
        this.criteria = criteria;
        this.idempotency = idempotency;
        this.audit = audit;
        this.cursors = cursors;
        this.callers = callers;
        this.clock = clock;
    }

    /** Asks for a trial; it is carried out in the background. */
    @POST
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "提请试运行或者回溯检验 / Ask for a shadow run or a back-test")
    @APIResponse(
            responseCode = "202",
            description = "已受理 / accepted",
            content = @Content(schema = @Schema(implementation = TrialView.class)))
    public Uni<Response> request(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") TrialRequest request) {
        Caller caller = city();
        return idempotency.once(caller, key, "trial.request", request, () -> add(caller, request));
    }

    private Uni<Answer> add(Caller caller, TrialRequest request) {
        Trial trial = request.read(Ids.next(), caller.name(), clock.instant());
        return criteria.version(caller, trial.code(), trial.version())
                .chain(() -> trials.add(caller, trial))
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "trial.request",
                                                        "trial",
                                                        trial.id().toString())
                                                .changing(null, request)))
                .map(
                        done ->
                                Answer.accepted(
                                        "/v1/criteria-trials/" + trial.id(), TrialView.of(trial)));
    }

    /** Trials, the latest in front. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "查询检验 / Trials, the latest first")
    public Uni<Page<TrialView>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = city();
        int limit = Page.limit(asked);
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, "trials", cursor).getOrDefault("id", ""));
        return trials.page(caller, before, limit + 1).map(found -> page(caller, found, limit));
    }

    private Page<TrialView> page(Caller caller, List<Trial> found, int limit) {
        List<Trial> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller,
                                "trials",
                                Map.of("id", shown.get(limit - 1).id().toString()))
                        : null;
        return new Page<>(shown.stream().map(TrialView::of).toList(), next);
    }

    /** How far one has come and what it found. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "检验的进度与结果 / Progress and result of a trial")
    public Uni<TrialView> show(@PathParam("id") String id) {
        return trials.require(city(), parse(id)).map(TrialView::of);
    }

    /** A finished trial in words. */
    @GET
    @Path("/{id}/report")
    @WithSession
    @Produces("text/markdown;charset=UTF-8")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "检验报告 / The report of a finished trial")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/markdown",
                            schema = @Schema(implementation = String.class)))
    public Uni<String> report(@PathParam("id") String id) {
        Caller caller = city();
        return trials.require(caller, parse(id)).chain(trial -> report(caller, trial));
    }

    private Uni<String> report(Caller caller, Trial trial) {
        TrialResult result = trial.result();
        if (result == null) {
            throw new Conflict(
                    "trial-not-finished",
                    "检验尚未完成（已完成%d%%），请稍后再看。".formatted(trial.percent()),
                    "The trial has not finished.");
        }
        return criteria.inForceOn(caller, LegalDay.of(trial.requestedAt()))
                .chain(
                        inForce ->
                                criteria.version(caller, trial.code(), trial.version())
                                        .map(
                                                version ->
                                                        TrialReport.of(
                                                                trial, version, inForce, result)));
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "判定标准检验", "trial");
    }

    private Caller city() {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("判定标准由市局统一制定和检验。", "Criteria are tried by the municipal bureau.");
        }
        return caller;
    }
}
