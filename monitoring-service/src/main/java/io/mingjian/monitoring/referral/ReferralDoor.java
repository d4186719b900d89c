package io.mingjian.monitoring.referral;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.LeadReferred;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.mingjian.monitoring.referral.ReferralViews.ReferRequest;
import io.mingjian.monitoring.referral.ReferralViews.ReferralView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: who works on a lead, or the city, refers what it shows beside the violation. */
@Path("/v1/leads/{leadId}/referrals")
@Tag(name = "线索转出 Referrals")
public class ReferralDoor {
    private final LeadSteps leads;
    private final Referrals referrals;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Audit audit;
    private final LegalTime time;

    ReferralDoor(
            LeadSteps leads,
            Referrals referrals,
            Callers callers,
            Idempotency idempotency,
            Outbox outbox,
            Audit audit,
            LegalTime time) {
        this.leads = leads;
        this.referrals = referrals;
        this.callers = callers;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "referLead",
            summary =
                    "转出线索：投诉举报人异常行为或者涉嫌犯罪 / Refer the conduct of a filer or a crime that the lead shows",
            description = "同一线索的同一行为只能转出一次。转出只作为线索，不作为认定依据；涉嫌犯罪的形成移送草稿。")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Uni<Response> refer(
            @PathParam("leadId") String leadId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReferRequest request) {
        Caller caller = bureau();
        UUID id = Ids.parse(leadId, "监测线索", "lead");
        return idempotency.once(
                caller,
                key,
                "leads.refer " + id,
                request,
                () ->
                        leads.hold(leadId)
                                .invoke(lead -> check(lead, caller, request))
                                .chain(lead -> add(lead, caller, request)));
    }

    private Caller bureau() {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new NotFound("监测线索", "lead");
        }
        return caller;
    }

    private static void check(Standing lead, Caller caller, ReferRequest request) {
        if (!caller.isCity() && !lead.isWorkedOnBy(caller)) {
            throw new Forbidden(
                    "not-the-holder",
                    "由承办该线索的单位或者市局转出。",
                    "The bureau that works on the lead or the city refers it.");
        }
        if (request.reasons() == null || request.reasons().isBlank()) {
            throw new ReasonsMissing();
        }
        List<FieldError> faults = ReferralCheck.problemsOf(request, lead);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private Uni<Answer> add(Standing lead, Caller caller, ReferRequest request) {
        return referrals
                .isReferred(lead.leadId(), request.kind(), request.conduct())
                .invoke(
                        before -> {
                            if (before) {
                                throw new Conflict(
                                        "referred-before",
                                        "该线索的这一行为已经转出，不能重复转出。",
                                        "This conduct was referred from this lead before.");
                            }
                        })
                .map(first -> Referral.of(lead, request, caller, time.instant()))
                .call(referrals::add)
                .call(this::announce)
                .call(
                        referral ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                "lead.referred",
                                                "referral",
                                                referral.id().toString())))
                .map(
                        referral ->
                                Answer.created(
                                        "/v1/leads/" + lead.leadId() + "/referrals",
                                        ReferralView.of(caller, referral)));
    }

    private Uni<Void> announce(Referral referral) {
        return outbox.append(
                new Event(
                        EventType.LEAD_REFERRED,
                        new LeadReferred(
                                referral.id(),
                                referral.leadId(),
                                referral.leadNo(),
                                referral.kind().name(),
                                referral.conduct(),
                                referral.organisation(),
                                referral.amount().orElse(null),
                                referral.evidence())));
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "listReferrals",
            summary = "线索的转出记录与登记系统线索状态 / What was referred from the lead and what became of it")
    public Uni<List<ReferralView>> all(@PathParam("leadId") String leadId) {
        Caller caller = bureau();
        return leads.look(leadId)
                .chain(lead -> referrals.of(caller, lead))
                .map(all -> all.stream().map(each -> ReferralView.of(caller, each)).toList());
    }
}
