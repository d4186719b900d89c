package io.mingjian.monitoring.sampling;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.monitoring.sampling.SamplingPlans.Plan;
import io.mingjian.monitoring.sampling.SamplingViews.LotSummary;
import io.mingjian.monitoring.sampling.SamplingViews.LotView;
import io.mingjian.monitoring.sampling.SamplingViews.LotsView;
import io.mingjian.monitoring.sampling.SamplingViews.OpenRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
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
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: lots of an instruction; a reviewer opens them. */
@Path("/v1/instructions/{instructionId}/sampling-lots")
@Tag(name = "抽样审核 Sampling review")
public class SamplingOpenings {
    private final SamplingLots lots;
    private final SamplingShow show;
    private final Agencies agencies;
    private final Commissions commissions;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Audit audit;
    private final LegalTime time;
    private final SecureRandom random = new SecureRandom();

    SamplingOpenings(
            SamplingLots lots,
            SamplingShow show,
            Agencies agencies,
            Commissions commissions,
            Idempotency idempotency,
            Callers callers,
            Audit audit,
            LegalTime time) {
        this.lots = lots;
        this.show = show;
        this.agencies = agencies;
        this.commissions = commissions;
        this.idempotency = idempotency;
        this.callers = callers;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "openSamplingLot",
            summary = "对受信任机构无疑点的线索开启抽样审核 / Open a sampling lot of a trusted agency's leads",
            description =
                    "仅含没有须单独查看的提示（固定记录缺项等提示不影响抽样，以核查规则表为准）、无疑似重复、证据及所列录屏已收到且摘要一致、未曾补正的待审线索；样本随机抽取，种子留存。"
                            + "有批次转为逐条审核后，须按转换规则加严抽样。")
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
                .chain(() -> agencies.isTrusted(request.agency()))
                .invoke(SamplingOpenings::requireTrusted)
                .chain(() -> plan(caller, request))
                .chain(plan -> draw(caller, instructionId, request, plan))
                .call(
                        lot ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                "sampling-lot.open",
                                                "sampling-lot",
                                                lot.id().toString())))
                .chain(lot -> show.created(caller, lot));
    }

    /** What the reviewer wants, as far as the rules of switching let it be; else the strictest. */
    private Uni<Plan> plan(Caller caller, OpenRequest request) {
        return Multi.createFrom()
                .iterable(SamplingSwitches.SHIPPED.rows())
                .onItem()
                .transformToUniAndConcatenate(
                        rule ->
                                lots.acceptedSince(caller, request.agency(), rule)
                                        .map(accepted -> rule.apply(request.plan(), accepted)))
                .collect()
                .asList()
                .map(Collections::max);
    }

    private Uni<SamplingLot> draw(
            Caller caller, UUID instructionId, OpenRequest request, Plan plan) {
        return lots.candidates(
                        caller,
                        instructionId,
                        request.agency(),
                        SamplingPlans.SHIPPED.largest(plan))
                .chain(leads -> draw(caller, instructionId, request, plan, leads));
    }

    private Uni<SamplingLot> draw(
            Caller caller, UUID instructionId, OpenRequest request, Plan plan, List<UUID> leads) {
        SamplingPlans.Row row =
                SamplingPlans.SHIPPED
                        .row(plan, leads.size())
                        .orElseThrow(SamplingOpenings::nothing);
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
                "没有可以抽样审核的线索：均已审核、已在其他批次，或存在须单独查看的提示、疑似重复，或证据尚未核对。",
                "There is no lead that may be reviewed by a sample.");
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "listSamplingLots",
            summary = "指令下的抽样审核批次，最近者在前 / Sampling lots of an instruction, the latest first")
    public Uni<LotsView> list(@PathParam("instructionId") String instructionId) {
        Caller caller = callers.current();
        UUID id = Ids.parse(instructionId, "监测指令", "instruction");
        if (!caller.isCity()) {
            throw new NotFound("监测指令", "instruction");
        }
        return commissions
                .requireKnown(caller, id)
                .chain(() -> lots.of(caller, id))
                .map(found -> new LotsView(found.stream().map(LotSummary::of).toList()));
    }
}
