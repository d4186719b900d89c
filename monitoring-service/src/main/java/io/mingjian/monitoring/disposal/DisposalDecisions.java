package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.disposal.DisposalViews.DisposeRequest;
import io.mingjian.monitoring.disposal.DisposalViews.FeedbackRequest;
import io.mingjian.monitoring.disposal.DisposalViews.ReasonsRequest;
import io.mingjian.monitoring.lead.LeadMove;
import io.mingjian.monitoring.lead.LeadStep;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the district verifies, disposes and feeds back; the city checks. */
@Path("/v1/leads/{leadId}")
@Tag(name = "线索处置 Disposal")
public class DisposalDecisions {
    private final LeadSteps steps;
    private final Disposals disposals;
    private final EarlierLeads earlier;
    private final MootExtensions extensions;
    private final Callers callers;
    private final LegalTime time;

    DisposalDecisions(
            LeadSteps steps,
            Disposals disposals,
            EarlierLeads earlier,
            MootExtensions extensions,
            Callers callers,
            LegalTime time) {
        this.steps = steps;
        this.disposals = disposals;
        this.earlier = earlier;
        this.extensions = extensions;
        this.callers = callers;
        this.time = time;
    }

    @POST
    @Path("/verification")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "verifyLead",
            summary = "区局开始核查 / The district begins the verification")
    public Uni<Response> verify(
            @PathParam("leadId") String leadId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return steps.take(leadId, ifMatch, LeadMove.of(LeadStep.VERIFY, null));
    }

    @POST
    @Path("/disposal")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "disposeLead",
            summary = "区局作出处置并说明理由 / The district decides what is done, with reasons",
            description = "可以有多项措施；各处置方式须填写的编号、部门见处置方式表。市局提级办理的由市局作出。")
    public Uni<Response> dispose(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DisposeRequest request) {
        LocalDate today = LegalDay.of(time.instant());
        List<Measure> measures = request.measures(today);
        return steps.take(
                leadId,
                ifMatch,
                lead ->
                        Uni.createFrom()
                                .item(() -> plan(lead, request, measures, today))
                                .call(() -> requireEarlier(lead, measures, request.pointers())),
                lead -> keep(lead, measures).chain(() -> extensions.disposed(lead.leadId())));
    }

    private static LeadMove plan(
            Standing lead, DisposeRequest request, List<Measure> measures, LocalDate today) {
        if (request.reasons() == null || request.reasons().isBlank()) {
            throw new ReasonsMissing();
        }
        List<FieldError> faults =
                MeasureCheck.problemsOf(measures, request.pointers(), lead.submittedOn(), today);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return LeadMove.dispose(request.code().name(), request.reasons());
    }

    private Uni<Void> requireEarlier(Standing lead, List<Measure> measures, List<String> pointers) {
        return earlier.problemsOf(lead, measures, pointers)
                .invoke(
                        faults -> {
                            if (!faults.isEmpty()) {
                                throw new Invalid(faults);
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> keep(Standing lead, List<Measure> measures) {
        Caller caller = callers.current();
        return disposals
                .of(Caller.machine("monitoring"), lead.leadId())
                .chain(
                        rounds ->
                                disposals.add(
                                        Disposal.decide(
                                                lead.leadId(),
                                                rounds.size() + 1,
                                                measures,
                                                caller,
                                                time.instant())));
    }

    @POST
    @Path("/feedback")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "feedBackLead",
            summary = "区局反馈处置结果 / The district tells the city what came of it",
            description = "退回重办后只重新反馈的，另起一轮，原处置与原反馈保留。")
    public Uni<Response> feedBack(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid FeedbackRequest request) {
        return steps.take(
                leadId,
                ifMatch,
                lead -> requirePublished(lead, request).map(DisposalDecisions::plan),
                lead -> keep(lead, request.toForm()));
    }

    /** What was decided is published after that, and before anybody can tell of it. */
    private Uni<FeedbackRequest> requirePublished(Standing lead, FeedbackRequest request) {
        LocalDate published = request.publishedOn();
        if (published == null) {
            return Uni.createFrom().item(request);
        }
        if (published.isAfter(LegalDay.of(time.instant()))) {
            throw new Invalid(
                    "/publishedOn", "in-the-future", "公示日期不得晚于今天", "It is not published yet.");
        }
        return disposals
                .of(Caller.machine("monitoring"), lead.leadId())
                .invoke(
                        rounds -> {
                            if (isBeforeTheDecision(published, rounds)) {
                                throw new Invalid(
                                        "/publishedOn",
                                        "before-the-decision",
                                        "公示日期不得早于处置决定的作出日期",
                                        "It was published before it was decided.");
                            }
                        })
                .replaceWith(request);
    }

    /** Of several measures of a round the first one counts: which was published is not told. */
    private static boolean isBeforeTheDecision(LocalDate published, List<Disposal> rounds) {
        return !rounds.isEmpty()
                && rounds.get(rounds.size() - 1).measures().stream()
                        .allMatch(measure -> published.isBefore(measure.decidedOn()));
    }

    private static LeadMove plan(FeedbackRequest request) {
        if (request.amountFined() != null && request.amountFined().signum() < 0) {
            throw new Invalid("/amountFined", "negative", "金额不得为负数", "Not negative.");
        }
        return LeadMove.of(LeadStep.FEED_BACK, request.summary());
    }

    private Uni<Void> keep(Standing lead, FeedbackForm form) {
        return disposals
                .current(lead.leadId())
                .chain(this::roundToFill)
                .invoke(round -> round.feedBack(form, callers.current(), time.instant()))
                .replaceWithVoid();
    }

    /** What the city sent back stays as it was: a feedback after it begins a round of its own. */
    private Uni<Disposal> roundToFill(Disposal last) {
        if (!last.isChecked()) {
            return Uni.createFrom().item(last);
        }
        Disposal next = last.again(callers.current());
        return disposals.add(next).replaceWith(next);
    }

    @POST
    @Path("/closing")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(operationId = "closeLead", summary = "市局核对后办结 / The city confirms and closes")
    public Uni<Response> close(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ReasonsRequest request) {
        String reasons = request == null ? null : request.reasons();
        return check(leadId, ifMatch, LeadStep.CLOSE, CheckResult.CONFIRMED, reasons);
    }

    @POST
    @Path("/rework")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "returnLeadForRework",
            summary = "市局退回重办并说明理由 / The city returns the feedback for rework with reasons")
    public Uni<Response> rework(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonsRequest request) {
        return check(
                leadId, ifMatch, LeadStep.RETURN_FOR_REWORK, CheckResult.REWORK, request.reasons());
    }

    private Uni<Response> check(
            String leadId,
            @Nullable String ifMatch,
            LeadStep step,
            CheckResult result,
            @Nullable String reasons) {
        return steps.take(
                leadId,
                ifMatch,
                lead -> Uni.createFrom().item(LeadMove.of(step, reasons)),
                lead ->
                        disposals
                                .current(lead.leadId())
                                .invoke(
                                        now ->
                                                now.check(
                                                        result,
                                                        reasons,
                                                        callers.current(),
                                                        time.instant()))
                                .replaceWithVoid());
    }
}
