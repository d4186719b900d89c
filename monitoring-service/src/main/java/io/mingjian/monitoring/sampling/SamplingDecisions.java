package io.mingjian.monitoring.sampling;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.lead.LeadMove;
import io.mingjian.monitoring.lead.LeadStep;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.sampling.SamplingViews.DecisionRequest;
import io.mingjian.monitoring.sampling.SamplingViews.LotView;
import io.mingjian.monitoring.sampling.SamplingViews.OpenRequest;
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
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: a reviewer opens a lot and decides about it. */
@Path("/v1")
@RolesAllowed("REVIEWER")
@Tag(name = "抽样审核 Sampling review")
public class SamplingDecisions {
    /** So that no transaction holds the audit chain for long. */
    private static final int CHUNK = 200;

    private final SamplingLots lots;
    private final SamplingShow show;
    private final Trust trust;
    private final LeadSteps steps;
    private final Commissions commissions;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final Callers callers;
    private final Audit audit;
    private final LegalTime time;
    private final SecureRandom random = new SecureRandom();

    SamplingDecisions(
            SamplingLots lots,
            SamplingShow show,
            Trust trust,
            LeadSteps steps,
            Commissions commissions,
            Idempotency idempotency,
            UnitOfWork work,
            Callers callers,
            Audit audit,
            LegalTime time) {
        this.lots = lots;
        this.show = show;
        this.trust = trust;
        this.steps = steps;
        this.commissions = commissions;
        this.idempotency = idempotency;
        this.work = work;
        this.callers = callers;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @Path("/instructions/{instructionId}/sampling-lots")
    @WithTransaction
    @Operation(
            operationId = "openSamplingLot",
            summary = "对受信任机构无疑点的线索开启抽样审核 / Open a sampling lot of a trusted agency's leads",
            description = "仅含无提示、无疑似重复、证据已收到且摘要一致、未曾补正的待审线索；样本随机抽取，种子留存。")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = LotView.class)))
    public Uni<Response> open(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OpenRequest request) {
        Caller caller = callers.current();
        UUID id = Ids.parse(instructionId, "监测指令", "instruction");
        if (!caller.isCity()) {
            throw new NotFound("监测指令", "instruction");
        }
        return idempotency.once(
                caller, key, "sampling.open " + id, request, () -> open(caller, id, request));
    }

    private Uni<Answer> open(Caller caller, UUID instructionId, OpenRequest request) {
        return commissions
                .requireKnown(caller, instructionId)
                .chain(() -> trust.isTrusted(request.agency()))
                .invoke(SamplingDecisions::requireTrusted)
                .chain(
                        () ->
                                lots.candidates(
                                        caller,
                                        instructionId,
                                        request.agency(),
                                        SamplingPlans.SHIPPED.largest(request.planOrNormal())))
                .chain(leads -> draw(caller, instructionId, request, leads))
                .call(lot -> record(caller, "sampling-lot.open", lot))
                .chain(lot -> show.created(caller, lot));
    }

    private Uni<SamplingLot> draw(
            Caller caller, UUID instructionId, OpenRequest request, List<UUID> leads) {
        SamplingPlans.Row row =
                SamplingPlans.SHIPPED
                        .row(request.planOrNormal(), leads.size())
                        .orElseThrow(SamplingDecisions::nothing);
        SamplingLot lot =
                SamplingLot.open(
                        instructionId,
                        request.agency(),
                        row,
                        leads.size(),
                        request.share() == null ? 0 : request.share(),
                        random.nextLong(),
                        caller,
                        time.instant());
        return lots.add(lot, leads, Draw.of(leads, lot.sampleSize(), lot.seed())).replaceWith(lot);
    }

    private static void requireTrusted(boolean trusted) {
        if (!trusted) {
            throw new Conflict(
                    "agency-not-trusted",
                    "该机构未被列为可抽样审核的机构，请逐条审核。",
                    "The agency's leads are reviewed one by one.");
        }
    }

    private static Conflict nothing() {
        return new Conflict(
                "nothing-to-sample",
                "没有可以抽样审核的线索：均已审核、已在其他批次，或存在提示、疑似重复、证据尚未核对。",
                "There is no lead that may be reviewed by a sample.");
    }

    /**
     * Not one transaction: the decision is one, and then the leads take their steps in chunks. If
     * that is cut off, the same request goes on with what is left.
     */
    @POST
    @Path("/sampling-lots/{lotId}/acceptance")
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
                .call(lot -> qualifyRest(caller, lot, request.reasons()))
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
                .invoke(lot -> Etags.check(ifMatch, lot.version()))
                .call(
                        lot ->
                                lots.remainingOf(lot)
                                        .chain(
                                                remaining ->
                                                        lot.state() == SamplingState.ACCEPTED
                                                                        && remaining > 0
                                                                ? Uni.createFrom().voidItem()
                                                                : decide(
                                                                        caller,
                                                                        lot,
                                                                        SamplingStep.ACCEPT,
                                                                        request)));
    }

    private Uni<Void> decide(
            Caller caller, SamplingLot lot, SamplingStep step, DecisionRequest request) {
        return lots.drawnOf(lot)
                .map(SamplingViews::tally)
                .invoke(tally -> lot.decide(step, tally, request.reasons(), caller, time.instant()))
                .chain(
                        () ->
                                step == SamplingStep.FALL_BACK
                                        ? trust.reconsider(
                                                lot.agency(), lot.id(), request.reasons())
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

    private Uni<Void> qualifyRest(Caller caller, SamplingLot lot, String reasons) {
        LeadMove qualify =
                LeadMove.of(LeadStep.QUALIFY, "抽样审核批次 " + lot.id() + " 整批通过：" + reasons);
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
                                        : qualifyRest(caller, lot, reasons));
    }

    @POST
    @Path("/sampling-lots/{lotId}/full-review")
    @WithTransaction
    @Operation(
            operationId = "fallBackSamplingLot",
            summary = "转为逐条审核，须写明理由，并提示重新考虑信任 / Send the lot to full review with reasons; trust is to be thought about anew")
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
