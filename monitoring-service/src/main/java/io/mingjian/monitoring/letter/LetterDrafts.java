package io.mingjian.monitoring.letter;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.finding.PlatformOrganisations;
import io.mingjian.monitoring.lead.LeadState;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.mingjian.monitoring.letter.LetterViews.DraftRequest;
import io.mingjian.monitoring.letter.LetterViews.LetterView;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: who works on a lead drafts a letter about it. */
@Path("/v1/leads/{leadId}/letters")
@RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
@Tag(name = "协助函 Letters")
public class LetterDrafts {
    /** Whose lead it is has still to be settled. */
    private static final Set<LeadState> NOT_IN_HAND =
            EnumSet.of(LeadState.ASSIGNED, LeadState.RETURN_REQUESTED);

    private final LeadSteps leads;
    private final Letters letters;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final LegalTime time;

    LetterDrafts(
            LeadSteps leads,
            Letters letters,
            Callers callers,
            Idempotency idempotency,
            Audit audit,
            LegalTime time) {
        this.leads = leads;
        this.letters = letters;
        this.callers = callers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @WithTransaction
    @Operation(
            operationId = "draftLetter",
            summary = "起草协助函 / Draft a letter that asks a platform for assistance",
            description = "由承办该线索的区局（市局提级办理的由市局）签收后起草；签发须由他人进行。线索改由他单位承办的，协助函随之转交。")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    public Uni<Response> draft(
            @PathParam("leadId") String leadId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid DraftRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new NotFound("监测线索", "lead");
        }
        UUID id = Ids.parse(leadId, "监测线索", "lead");
        return idempotency.once(
                caller,
                key,
                "letters.draft " + id,
                request,
                () ->
                        leads.hold(leadId)
                                .invoke(lead -> requireAtWork(lead, caller))
                                .invoke(() -> requireKnown(request.platform()))
                                .chain(lead -> add(lead, caller, request)));
    }

    /** Else nobody would ever read it, while its term runs out. */
    private static void requireKnown(String platform) {
        if (!PlatformOrganisations.SHIPPED.knows(platform)) {
            throw new Invalid(List.of(PlatformOrganisations.unknown("/platform")));
        }
    }

    static void requireAtWork(Standing lead, Caller caller) {
        if (!lead.isWorkedOnBy(caller)) {
            throw new Forbidden(
                    "not-the-holder",
                    "协助函由承办该线索的单位起草。",
                    "The bureau that works on the lead drafts letters about it.");
        }
        if (NOT_IN_HAND.contains(lead.state())) {
            throw new Conflict(
                    "lead-not-in-hand",
                    "线索尚未签收或者已申请退回，不能发协助函；请先签收线索。",
                    "The lead is not received, or is on its way back.");
        }
        if (LeadState.ends().contains(lead.state())) {
            throw new Conflict("lead-closed", "线索已办结，不能再发协助函。", "The lead is closed.");
        }
    }

    private Uni<Answer> add(Standing lead, Caller caller, DraftRequest request) {
        return time.now()
                .chain(
                        now -> {
                            Letter letter = Letter.draft(lead, request, caller, now);
                            return letters.add(letter)
                                    .chain(
                                            () ->
                                                    audit.record(
                                                            caller,
                                                            AuditEntry.of(
                                                                    "letter.drafted",
                                                                    "letter",
                                                                    letter.id().toString())))
                                    .replaceWith(
                                            () ->
                                                    Answer.created(
                                                            "/v1/letters/" + letter.id(),
                                                            letter.version(),
                                                            LetterView.of(letter, caller, now)));
                        });
    }
}
