package io.mingjian.monitoring.sampling;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.sampling.SamplingViews.LotSummary;
import io.mingjian.monitoring.sampling.SamplingViews.LotView;
import io.mingjian.monitoring.sampling.SamplingViews.LotsView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: lots and their samples. */
@Path("/v1")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "抽样审核 Sampling review")
public class SamplingQueries {
    private final SamplingLots lots;
    private final SamplingShow show;
    private final Commissions commissions;
    private final Callers callers;

    SamplingQueries(
            SamplingLots lots, SamplingShow show, Commissions commissions, Callers callers) {
        this.lots = lots;
        this.show = show;
        this.commissions = commissions;
        this.callers = callers;
    }

    @GET
    @Path("/instructions/{instructionId}/sampling-lots")
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

    @GET
    @Path("/sampling-lots/{lotId}")
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
}
