package io.mingjian.registry.complaint;

import io.mingjian.registry.complaint.ComplaintViews.ComplaintView;
import io.mingjian.registry.procedure.Steps;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** HTTP door: looking at complaints. */
@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉 Complaints")
public class ComplaintQueries {
    private final Complaints complaints;
    private final Steps steps;

    ComplaintQueries(Complaints complaints, Steps steps) {
        this.complaints = complaints;
        this.steps = steps;
    }

    /** One complaint with its clocks, evidence, timeline and open steps. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看投诉 / One complaint")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        return steps.show(complaints, id);
    }
}
