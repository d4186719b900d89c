package io.mingjian.monitoring.sampling;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadMove;
import io.mingjian.monitoring.lead.LeadStep;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.monitoring.sampling.SamplingViews.DecisionRequest;
import io.mingjian.monitoring.sampling.SamplingViews.LotView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: a lot with its sample; a reviewer decides about it. */
@Path("/v1/sampling-lots/{lotId}")
@Tag(name = "抽样审核 Sampling review")
public class SamplingDecisions {
    /** So that no transaction holds the audit chain for long. */
    private static final int CHUNK = 200;

    private final SamplingLots lots;
    private final SamplingShow show;
    private final Agencies agencies;
    private final LeadSteps steps;
    private final UnitOfWork work;
    private final Callers callers;
    private final Audit audit;
    private final LegalTime time;

    SamplingDecisions(
            SamplingLots lots,
            SamplingShow show,
            Agencies agencies,
            LeadSteps steps,
            UnitOfWork work,
            Callers callers,
            Audit audit,
            LegalTime time) {
        this.lots = lots;
        this.show = show;
        this.agencies = agencies;
        this.steps = steps;
        this.work = work;
        this.callers = callers;
        this.audit = audit;
        this.time = time;
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "getSamplingLot",
            summary = "查看抽样审核批次及样本 / Read a sampling lot with its sample")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LotView.class)))
    public Uni<Response> one(@PathParam("lotId") String lotId) {
        Caller caller = callers.current();
        return lots.require(caller, Ids.parse(lotId, "抽样批次", "sampling lot"))
                .chain(lot -> show.to(caller, lot))
                .map(Answer::toResponse);
    }

    /**
     * Not one transaction: the decision is one, and then the leads take their steps in chunks. If
     * that is cut off, the same request goes on with what is left.
     */
    @POST
    @Path("/acceptance")
    @RolesAllowed("REVIEWER")
    @Operation(
            operationId = "acceptSamplingLot",
            summary = "样本合格，整批通过，须写明理由 / Accept the rest of the lot with one decision and reasons",
            description = "样本须已逐条审核且不合格数不超过判定数。其余线索各自记录一次审核通过，由本人作出。")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LotView.class)))
    public Uni<Response> accept(
            @PathParam("lotId") String lotId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        Caller caller = callers.current();
        UUID id = Ids.parse(lotId, "抽样批次", "sampling lot");
        return work.inTransaction(() -> acceptOrGoOn(caller, id, ifMatch, request))
                .call(lot -> qualifyRest(caller, lot))
                .chain(
                        () ->
                                work.inSession(
                                        () ->
                                                lots.require(caller, id)
                                                        .chain(lot -> show.to(caller, lot))))
                .map(Answer::toResponse);
    }

    private Uni<SamplingLot> acceptOrGoOn(
            Caller caller, UUID id, @Nullable String ifMatch, DecisionRequest request) {
        return lots.requireHeld(caller, id)
                .call(
                        lot ->
                                lots.remainingOf(lot)
                                        .chain(
                                                remaining ->
                                                        goesOn(lot, remaining, caller)
                                                                ? Uni.createFrom().voidItem()
                                                                : accept(
                                                                        caller, lot, ifMatch,
                                                                        request)));
    }

    /** Cut off, the same person goes on; the tag that was sent then is an old one by now. */
    private static boolean goesOn(SamplingLot lot, long remaining, Caller caller) {
        return lot.state() == SamplingState.ACCEPTED
                && remaining > 0
                && lot.decidedBy().filter(caller.name()::equals).isPresent();
    }

    private Uni<Void> accept(
            Caller caller, SamplingLot lot, @Nullable String ifMatch, DecisionRequest request) {
        Etags.check(ifMatch, lot.version());
        return agencies.isTrusted(lot.agency())
                .invoke(SamplingDecisions::requireTrust)
                .chain(() -> decide(caller, lot, SamplingStep.ACCEPT, request));
    }

    private static void requireTrust(boolean trusted) {
        if (!trusted) {
            throw new Conflict(
                    "agency-not-trusted",
                    "该监测机构已不适用抽样审核，请逐条审核。",
                    "The agency is not trusted any more; review each lead.");
        }
    }

    private Uni<Void> decide(
            Caller caller, SamplingLot lot, SamplingStep step, DecisionRequest request) {
        return lots.drawnOf(lot)
                .map(SamplingViews::tally)
                .invoke(tally -> lot.decide(step, tally, request.reasons(), caller, time.instant()))
                .chain(
                        () ->
                                step == SamplingStep.FALL_BACK
                                        ? doubt(caller, lot, request.reasons())
                                        : Uni.createFrom().voidItem())
                .chain(
                        () ->
                                record(
                                        caller,
                                        step == SamplingStep.ACCEPT
                                                ? "sampling-lot.accept"
                                                : "sampling-lot.fall-back",
                                        lot));
    }

    /**
     * The trust stays as it is, because only a person takes it away; that it is in doubt stands in
     * the audit chain under the agency.
     */
    private Uni<Void> doubt(Caller caller, SamplingLot lot, String reasons) {
        return audit.record(
                caller,
                AuditEntry.of("agency.trust-in-doubt", "agency", lot.agency()).forPurpose(reasons));
    }

    private Uni<Void> qualifyRest(Caller caller, SamplingLot lot) {
        // The agency reads its leads' histories and must not learn that nobody looked at this one.
        LeadMove qualify = LeadMove.of(LeadStep.QUALIFY, null);
        return work.inTransaction(
                        () ->
                                lots.restOf(lot, CHUNK)
                                        .chain(
                                                rest ->
                                                        rest.isEmpty()
                                                                ? Uni.createFrom().item(0)
                                                                : steps.takeAll(
                                                                        caller, rest, qualify)))
                .chain(
                        taken ->
                                taken == 0
                                        ? Uni.createFrom().voidItem()
                                        : qualifyRest(caller, lot));
    }

    @POST
    @Path("/full-review")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "fallBackSamplingLot",
            summary =
                    "转为逐条审核，须写明理由，并提示重新考虑信任 / Send the lot to full review with reasons; trust is to be thought about anew")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LotView.class)))
    public Uni<Response> fallBack(
            @PathParam("lotId") String lotId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        Caller caller = callers.current();
        return lots.requireHeld(caller, Ids.parse(lotId, "抽样批次", "sampling lot"))
                .invoke(lot -> Etags.check(ifMatch, lot.version()))
                .call(lot -> decide(caller, lot, SamplingStep.FALL_BACK, request))
                .chain(lot -> show.to(caller, lot))
                .map(Answer::toResponse);
    }

    private Uni<Void> record(Caller caller, String action, SamplingLot lot) {
        return audit.record(caller, AuditEntry.of(action, "sampling-lot", lot.id().toString()));
    }
}
