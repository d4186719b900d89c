package io.mingjian.monitoring.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.lead.LeadViews.BatchOutcome;
import io.mingjian.monitoring.lead.LeadViews.BatchRequest;
import io.mingjian.monitoring.lead.LeadViews.LeadView;
import io.mingjian.monitoring.lead.Submissions.Outcome;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: findings come in, one or many. */
@Path("/v1/instructions/{instructionId}")
@RolesAllowed({"HANDLER", "INTEGRATION"})
@Tag(name = "监测线索 Leads")
public class LeadSubmissions {
    private final LeadIntake intake;
    private final Leads leads;
    private final LeadShow show;
    private final Callers callers;
    private final Idempotency idempotency;

    LeadSubmissions(
            LeadIntake intake,
            Leads leads,
            LeadShow show,
            Callers callers,
            Idempotency idempotency) {
        this.intake = intake;
        this.leads = leads;
        this.show = show;
        this.callers = callers;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/leads")
    @WithTransaction
    @Operation(
            operationId = "submitLead",
            summary = "报送一条线索 / Submit one finding",
            description = "同一机构的同一线索编号且内容相同时返回已有线索（200）；内容不同则为 409。")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = LeadView.class)))
    public Uni<Response> submit(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = Finding.class)))
                    @NotNull
                    JsonNode finding) {
        Caller caller = callers.current();
        UUID id = Ids.parse(instructionId, "监测指令", "instruction");
        return idempotency.once(
                caller, key, "leads.submit " + id, finding, () -> submit(caller, id, finding));
    }

    private Uni<Answer> submit(Caller caller, UUID instructionId, JsonNode finding) {
        return intake.take(caller, instructionId, finding)
                .chain(outcome -> answer(caller, outcome));
    }

    private Uni<Answer> answer(Caller caller, Outcome outcome) {
        if (outcome instanceof Submissions.Refused refused) {
            throw new Invalid(refused.errors());
        }
        if (outcome instanceof Submissions.Taken taken) {
            return leads.require(caller, taken.leadId()).chain(lead -> show.created(caller, lead));
        }
        if (outcome instanceof Submissions.Repeated repeated) {
            return leads.require(caller, repeated.leadId()).chain(lead -> show.to(caller, lead));
        }
        throw LeadIntake.numberReused();
    }

    @POST
    @Path("/lead-batches")
    @WithTransaction
    @Operation(
            operationId = "submitLeadBatch",
            summary = "报送一批线索，逐条给出结果 / Submit a batch of findings with an outcome for each",
            description = "最多 100 条。合格的逐条入库，不合格的逐条说明；同一请求可凭 Idempotency-Key 重发。")
    @APIResponse(
            responseCode = "207",
            content = @Content(schema = @Schema(implementation = BatchOutcome.class)))
    public Uni<Response> submitBatch(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid BatchRequest batch) {
        Caller caller = callers.current();
        UUID id = Ids.parse(instructionId, "监测指令", "instruction");
        return idempotency.once(
                caller,
                key,
                "leads.batch " + id,
                batch,
                () ->
                        intake.takeAll(caller, id, batch.items())
                                .map(Batches::outcome)
                                .map(LeadSubmissions::multi));
    }

    private static Answer multi(BatchOutcome outcome) {
        return new Answer(207, null, null, outcome);
    }
}
