package io.mingjian.registry.complaint;

import io.mingjian.kit.web.Answer;
import io.mingjian.registry.complaint.Clues.Clue;
import io.mingjian.registry.complaint.Clues.ClueReport;
import io.mingjian.registry.complaint.MediationRequests.ClueRequest;
import io.mingjian.registry.complaint.MediationRequests.FoundClue;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Steps;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: clues of violations that mediation brings to light (Order 121 Art 27). */
@Path("/v1/complaints/{id}/clues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉 Complaints")
public class ComplaintClues {
    private final Complaints complaints;
    private final Clues clues;
    private final Steps steps;

    ComplaintClues(Complaints complaints, Clues clues, Steps steps) {
        this.complaints = complaints;
        this.clues = clues;
        this.steps = steps;
    }

    /** A clue becomes a report of its own; the complaint goes on. Art 27. */
    @POST
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "调解中发现违法线索，另行核查 / A clue found in mediation becomes a report (Art 27)")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ClueReport.class)))
    public Uni<Response> find(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ClueRequest request) {
        return steps.take(
                        complaints,
                        id,
                        ifMatch,
                        Complaint::findClue,
                        (complaint, now) ->
                                clues.register(now.by(), clue(complaint, now, request.read())))
                .map(ComplaintClues::created);
    }

    private static Clue clue(Complaint complaint, Moment now, FoundClue found) {
        return new Clue(
                complaint.id(),
                complaint.districtCode(),
                complaint.head().channel(),
                complaint.content().respondent(),
                found.description(),
                found.basis(),
                now.at());
    }

    private static Response created(ClueReport report) {
        return Answer.created("/v1/reports/" + report.id(), report).toResponse();
    }
}
