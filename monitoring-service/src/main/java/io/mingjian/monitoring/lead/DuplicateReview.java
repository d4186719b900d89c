package io.mingjian.monitoring.lead;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadViews.DuplicateProposals;
import io.mingjian.monitoring.lead.LeadViews.ProposalState;
import io.mingjian.monitoring.lead.LeadViews.RejectionRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * HTTP door: the city looks at pairs that may be one and says which are not. That two are one is
 * said by the quality review of the later one.
 */
@Path("/v1/leads/{leadId}/duplicates")
@Tag(name = "监测线索 Leads")
public class DuplicateReview {
    private final Leads leads;
    private final Duplicates duplicates;
    private final Callers callers;
    private final Audit audit;
    private final LegalTime time;

    DuplicateReview(
            Leads leads, Duplicates duplicates, Callers callers, Audit audit, LegalTime time) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.callers = callers;
        this.audit = audit;
        this.time = time;
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "listLeadDuplicates",
            summary = "疑似重复的线索及人工认定结果 / Leads that may be the same, and what people decided")
    public Uni<DuplicateProposals> list(@PathParam("leadId") String leadId) {
        return ofCity(leadId).chain(duplicates::allOf).map(DuplicateProposals::new);
    }

    @POST
    @Path("/{otherId}/rejection")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "rejectLeadDuplicate",
            summary =
                    "认定两条线索不重复，须写明理由，以后不再提示 / Say with reasons that two leads are not one; never proposed again")
    public Uni<DuplicateProposals> reject(
            @PathParam("leadId") String leadId,
            @PathParam("otherId") String otherId,
            @NotNull @Valid RejectionRequest request) {
        Caller caller = callers.current();
        return ofCity(leadId)
                .call(
                        lead ->
                                leads.require(caller, Ids.parse(otherId, "监测线索", "lead"))
                                        .chain(other -> reject(caller, lead, other, request)))
                .call(
                        lead ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "lead.duplicate-rejected",
                                                        "lead",
                                                        lead.id().toString())
                                                .changing(null, otherId)))
                .chain(duplicates::allOf)
                .map(DuplicateProposals::new);
    }

    private Uni<Void> reject(Caller caller, Lead lead, Lead other, RejectionRequest request) {
        return duplicates
                .decide(
                        lead.id(),
                        other.id(),
                        ProposalState.REJECTED,
                        caller,
                        time.instant(),
                        request.reasons())
                .invoke(
                        open -> {
                            if (open == 0) {
                                throw new Conflict(
                                        "no-open-proposal",
                                        "这两条线索之间没有待认定的重复提示。",
                                        "There is no open proposal for these two leads.");
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Lead> ofCity(String leadId) {
        Caller caller = callers.current();
        UUID id = Ids.parse(leadId, "监测线索", "lead");
        if (!caller.isCity()) {
            throw new NotFound("监测线索", "lead");
        }
        return leads.require(caller, id);
    }
}
