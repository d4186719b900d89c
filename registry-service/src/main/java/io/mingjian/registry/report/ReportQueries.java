package io.mingjian.registry.report;

import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportViews.ReportView;
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

/** HTTP door: looking at reports. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
public class ReportQueries {
    private final Reports reports;
    private final Steps steps;

    ReportQueries(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    /** One report with its clocks, evidence, timeline and open steps. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看举报 / One report")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        return steps.show(reports, id);
    }
}
