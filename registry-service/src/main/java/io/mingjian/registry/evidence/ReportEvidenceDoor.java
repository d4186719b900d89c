package io.mingjian.registry.evidence;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.evidence.Confirming.ConfirmationRequest;
import io.mingjian.registry.evidence.Confirming.ConfirmationsView;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what an officer found about the evidence of a report. */
@Path("/v1/reports/{id}/evidence/{evidenceId}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
public class ReportEvidenceDoor {
    private final Confirming confirming;

    ReportEvidenceDoor(Confirming confirming) {
        this.confirming = confirming;
    }

    @GET
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看举报证据的认定 / Findings about a piece of evidence")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConfirmationsView.class)))
    public Uni<Response> show(
            @PathParam("id") String id, @PathParam("evidenceId") String evidenceId) {
        return confirming.show(FilingKind.REPORT, id, evidenceId);
    }

    /** Says what a piece of evidence is; a later finding takes the place of the earlier. */
    @POST
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "认定举报证据（须说明理由和依据） / Say what a piece of evidence is; reasons needed")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ConfirmationsView.class)))
    public Uni<Response> confirm(
            @PathParam("id") String id,
            @PathParam("evidenceId") String evidenceId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") ConfirmationRequest request) {
        return confirming.confirm(FilingKind.REPORT, id, evidenceId, ifMatch, key, request);
    }
}
