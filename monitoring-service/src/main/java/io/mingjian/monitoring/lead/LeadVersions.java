package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadViews.VersionView;
import io.mingjian.monitoring.lead.LeadViews.VersionsView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: the city compares a finding with what it was before supplements. */
@Path("/v1/leads/{leadId}/versions")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "监测线索 Leads")
public class LeadVersions {
    private final Leads leads;
    private final Callers callers;

    LeadVersions(Leads leads, Callers callers) {
        this.leads = leads;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listLeadVersions",
            summary =
                    "线索内容的历次版本，最早者在前 / A finding as it was before each supplement and as it is now")
    public Uni<VersionsView> list(@PathParam("leadId") String leadId) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new NotFound("监测线索", "lead");
        }
        return leads.require(caller, Ids.parse(leadId, "监测线索", "lead"))
                .chain(lead -> leads.versionsOf(lead.id()).map(before -> view(before, lead)));
    }

    private static VersionsView view(List<LeadVersion> before, Lead lead) {
        List<VersionView> items = new ArrayList<>();
        before.forEach(
                version ->
                        items.add(
                                new VersionView(
                                        version.versionNo(),
                                        version.finding(),
                                        version.flags(),
                                        LegalTime.outside(version.replacedAt()),
                                        version.replacedBy(),
                                        version.reasons())));
        items.add(
                new VersionView(
                        lead.findingVersion(), lead.finding(), lead.flags(), null, null, null));
        return new VersionsView(items);
    }
}
