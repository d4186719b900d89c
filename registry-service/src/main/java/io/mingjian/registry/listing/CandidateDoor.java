package io.mingjian.registry.listing;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.listing.Candidate.Outcome;
import io.mingjian.registry.listing.CandidateViews.CandidateItem;
import io.mingjian.registry.listing.CandidateViews.CandidateView;
import io.mingjian.registry.listing.CandidateViews.DecisionRequest;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.StepLog;
import io.mingjian.registry.procedure.TakenStep;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: candidates and what officers decide about them. */
@Path("/v1/candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "名录候选 Candidates")
public class CandidateDoor {
    private final Candidates candidates;
    private final Filers filers;
    private final StepLog log;
    private final Outbox outbox;
    private final Audit audit;
    private final Callers callers;
    private final Cursors cursors;
    private final Calendars calendars;
    private final Clock clock;

    CandidateDoor(
            Candidates candidates,
            Filers filers,
            StepLog log,
            Outbox outbox,
            Audit audit,
            Callers callers,
            Cursors cursors,
            Calendars calendars,
            Clock clock) {
        this.candidates = candidates;
        this.filers = filers;
        this.log = log;
        this.outbox = outbox;
        this.audit = audit;
        this.callers = callers;
        this.cursors = cursors;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Candidates, newest first. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查询名录候选 / List candidates")
    public Uni<Page<CandidateItem>> list(
            @QueryParam("state") @Nullable CandidateState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        String filter = "candidates|" + state;
        int limit = Page.limit(asked);
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, filter, cursor).getOrDefault("id", ""));
        return calendars
                .current()
                .chain(
                        calendar ->
                                candidates
                                        .page(caller, state, before, limit + 1)
                                        .map(
                                                found ->
                                                        page(
                                                                caller, filter, found, limit,
                                                                calendar)));
    }

    private Page<CandidateItem> page(
            Caller caller,
            String filter,
            List<Candidate> found,
            int limit,
            WorkingCalendar calendar) {
        List<Candidate> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller, filter, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null;
        return new Page<>(
                shown.stream().map(each -> CandidateItem.of(each, clocks(each, calendar))).toList(),
                next);
    }

    /** One candidate with what the criterion saw. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看名录候选及其判定说明 / One candidate with its explanation")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return candidates
                .require(caller, Ids.parse(id, "名录候选", "candidate"))
                .chain(candidate -> show(caller, candidate));
    }

    /** An officer looks into it, saying why. */
    @POST
    @Path("/{id}/review")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "开始复核 / Begin the review")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    public Uni<Response> review(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return take(id, ifMatch, request, Candidate::beginReview);
    }

    /** An officer dismisses it, saying why. */
    @POST
    @Path("/{id}/dismissal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "不列入名录并说明理由 / Dismiss with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    public Uni<Response> dismiss(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return take(id, ifMatch, request, Candidate::dismiss);
    }

    private interface Step {
        Outcome take(Candidate candidate, Caller caller, Decision decision);
    }

    private Uni<Response> take(
            String id, @Nullable String ifMatch, DecisionRequest request, Step step) {
        Caller caller = callers.current();
        return candidates
                .require(caller, Ids.parse(id, "名录候选", "candidate"))
                .invoke(candidate -> Etags.check(ifMatch, candidate.version()))
                .map(
                        candidate ->
                                step.take(
                                        candidate,
                                        caller,
                                        Decision.of(caller, clock.instant(), request.reasons())))
                .call(outcome -> finish(caller, outcome))
                .chain(outcome -> show(caller, outcome.candidate()));
    }

    private Uni<Void> finish(Caller caller, Outcome outcome) {
        UUID id = outcome.candidate().id();
        var taken = outcome.taken();
        String action =
                "candidate." + taken.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return log.add(caller, id, taken, outcome.decision(), List.of())
                .chain(() -> outbox.append(outcome.events()))
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(action, "candidate", id.toString())
                                                .forPurpose(outcome.decision().reasons())
                                                .changing(taken.from(), taken.to())));
    }

    private Uni<Response> show(Caller caller, Candidate candidate) {
        return calendars
                .current()
                .chain(
                        calendar ->
                                filers.latestOf(caller, candidate.filerId())
                                        .chain(
                                                filer ->
                                                        log.of(caller, candidate.id())
                                                                .map(
                                                                        steps ->
                                                                                shown(
                                                                                        caller,
                                                                                        candidate,
                                                                                        filer,
                                                                                        steps,
                                                                                        calendar))));
    }

    private Response shown(
            Caller caller,
            Candidate candidate,
            Optional<Filers.Statement> filer,
            List<TakenStep> steps,
            WorkingCalendar calendar) {
        MaskedIdentity masked = filer.map(Filers.Statement::masked).orElse(null);
        CandidateView view =
                CandidateView.of(
                        candidate,
                        masked,
                        clocks(candidate, calendar),
                        candidate.openSteps(caller),
                        steps);
        return Answer.ok(candidate.version(), view).toResponse();
    }

    private List<DueView> clocks(Candidate candidate, WorkingCalendar calendar) {
        return candidate.clocks().all(calendar, LegalDay.today(clock));
    }
}
