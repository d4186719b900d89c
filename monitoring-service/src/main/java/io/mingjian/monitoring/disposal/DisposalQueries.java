package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.disposal.DisposalViews.DisposalView;
import io.mingjian.monitoring.lead.LeadSteps;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: the rounds of work on a lead, for the city and for the district that did them. */
@Path("/v1/leads/{leadId}/disposals")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "线索处置 Disposal")
public class DisposalQueries {
    private final LeadSteps steps;
    private final Disposals disposals;
    private final Callers callers;

    DisposalQueries(LeadSteps steps, Disposals disposals, Callers callers) {
        this.steps = steps;
        this.disposals = disposals;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(operationId = "listDisposals", summary = "处置与核对记录 / The rounds of work on a lead")
    public Uni<List<DisposalView>> all(@PathParam("leadId") String leadId) {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new NotFound("监测线索", "lead");
        }
        return steps.look(leadId)
                .chain(lead -> disposals.of(caller, lead.leadId()))
                .map(
                        rounds ->
                                rounds.stream()
                                        .map(round -> DisposalView.of(caller, round))
                                        .toList());
    }
}
