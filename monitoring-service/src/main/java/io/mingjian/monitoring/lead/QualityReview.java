package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.finding.FindingIntake;
import io.mingjian.monitoring.finding.FindingIntake.Checked;
import io.mingjian.monitoring.finding.FindingIntake.Illegible;
import io.mingjian.monitoring.finding.FindingIntake.Legible;
import io.mingjian.monitoring.finding.FindingIntake.Reading;
import io.mingjian.monitoring.finding.FindingIntake.Sound;
import io.mingjian.monitoring.finding.FindingIntake.Unsound;
import io.mingjian.monitoring.finding.Known;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.Order;
import io.mingjian.monitoring.lead.LeadViews.LeadView;
import io.mingjian.monitoring.lead.LeadViews.ProposalState;
import io.mingjian.monitoring.lead.LeadViews.QualificationRequest;
import io.mingjian.monitoring.lead.LeadViews.SupplementRequest;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city reviews the quality of a finding; the agency supplements it. */
@Path("/v1/leads/{leadId}")
@Tag(name = "监测线索 Leads")
public class QualityReview {
    private final LeadSteps steps;
    private final Leads leads;
    private final Verdicts verdicts;
    private final Commissions commissions;
    private final FindingIntake findings;
    private final Surroundings surroundings;
    private final Duplicates duplicates;
    private final DuplicateSearch search;
    private final Callers callers;
    private final Idempotency idempotency;
    private final LegalTime time;

    QualityReview(
            LeadSteps steps,
            Leads leads,
            Verdicts verdicts,
            Commissions commissions,
            FindingIntake findings,
            Surroundings surroundings,
            Duplicates duplicates,
            DuplicateSearch search,
            Callers callers,
            Idempotency idempotency,
            LegalTime time) {
        this.steps = steps;
        this.leads = leads;
        this.verdicts = verdicts;
        this.commissions = commissions;
        this.findings = findings;
        this.surroundings = surroundings;
        this.duplicates = duplicates;
        this.search = search;
        this.callers = callers;
        this.idempotency = idempotency;
        this.time = time;
    }

    @POST
    @Path("/qualification")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(operationId = "qualifyLead", summary = "质量审核 / Review the quality of a finding")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadView.class)))
    public Uni<Response> qualify(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid QualificationRequest request) {
        Caller caller = callers.current();
        UUID id = Ids.parse(leadId, "监测线索", "lead");
        return holdPair(caller, id, request.duplicateOf())
                .chain(() -> leads.requireHeld(caller, id))
                .invoke(() -> LeadSight.requireBureau(caller))
                .invoke(lead -> Etags.check(ifMatch, lead.version()))
                .call(
                        lead ->
                                verdicts.plan(caller, lead, request)
                                        .chain(move -> take(caller, lead, move)))
                .call(lead -> keepDefects(lead, request))
                .chain(lead -> steps.finish(caller, lead))
                .map(Answer::toResponse);
    }

    /** Both of a pair in one order, so that two cannot be made the duplicates of each other. */
    private Uni<Void> holdPair(Caller caller, UUID one, @Nullable UUID other) {
        return other == null
                ? Uni.createFrom().voidItem()
                : leads.allHeld(caller, Set.of(one, other)).replaceWithVoid();
    }

    private Uni<Void> take(Caller caller, Lead lead, LeadMove move) {
        Optional<UUID> repeated = lead.duplicateOf();
        return time.now()
                .chain(now -> leads.add(lead.take(move, caller, now)))
                .chain(() -> confirm(caller, lead, move))
                .chain(
                        () ->
                                move.step() == LeadStep.REOPEN
                                        ? reopen(lead, repeated)
                                        : Uni.createFrom().voidItem());
    }

    /** It stands for itself again, beside what came in while it did not. */
    private Uni<Void> reopen(Lead lead, Optional<UUID> repeated) {
        return duplicates
                .takeTurn(lead.bureau())
                .chain(
                        () ->
                                repeated.map(other -> duplicates.reopen(lead.id(), other))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> search.propose(List.of(lead)));
    }

    /** The pair was proposed, or a person saw it first. */
    private Uni<Void> confirm(Caller caller, Lead lead, LeadMove move) {
        UUID of = move.duplicateOf();
        return of == null
                ? Uni.createFrom().voidItem()
                : duplicates
                        .decide(
                                lead.id(),
                                of,
                                ProposalState.CONFIRMED,
                                caller,
                                time.instant(),
                                move.reasons())
                        .replaceWithVoid();
    }

    private Uni<Void> keepDefects(Lead lead, QualificationRequest request) {
        List<LeadDefect> found = DefectCheck.found(lead, request, time.instant());
        return found.isEmpty() ? Uni.createFrom().voidItem() : leads.insert(found);
    }

    @POST
    @Path("/supplement")
    @RolesAllowed({"HANDLER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "supplementLead",
            summary = "补正后重新提交 / Hand in the finding anew after it was returned",
            description = "线索编号不可变更；格式要求与首次报送相同；同一请求可凭 Idempotency-Key 重发。")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadView.class)))
    public Uni<Response> supplement(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SupplementRequest request) {
        Caller caller = callers.current();
        UUID id = Ids.parse(leadId, "监测线索", "lead");
        return idempotency.once(
                caller,
                key,
                "leads.supplement " + id,
                request,
                () ->
                        leads.requireHeld(caller, id)
                                .invoke(
                                        lead ->
                                                Etags.check(
                                                        ifMatch, LeadSight.version(caller, lead)))
                                .call(lead -> resubmit(caller, lead, request))
                                .chain(lead -> steps.finish(caller, lead)));
    }

    private Uni<Void> resubmit(Caller caller, Lead lead, SupplementRequest request) {
        Legible read = read(lead, request);
        return commissions
                .requireKnown(caller, lead.instructionId(), lead.contentVersion())
                .chain(
                        order ->
                                surroundings
                                        .of(lead.bureau(), lead.agency(), List.of(read.finding()))
                                        .chain(
                                                known ->
                                                        resubmit(
                                                                caller,
                                                                lead,
                                                                order,
                                                                read,
                                                                known,
                                                                request.reasons())))
                .chain(() -> leads.replaceEvidence(lead))
                .chain(() -> duplicates.takeTurn(lead.bureau()))
                .chain(() -> duplicates.withdraw(lead.id()))
                .chain(() -> search.propose(List.of(lead)));
    }

    /** The earlier finding is kept beside the new one. */
    private Uni<Void> resubmit(
            Caller caller,
            Lead lead,
            Order order,
            Legible read,
            Known known,
            @Nullable String reasons) {
        Checked checked =
                findings.check(read, order.demandsOf(read.finding().violationType()), known);
        if (checked instanceof Unsound unsound) {
            throw new Invalid(unsound.errors().stream().map(QualityReview::under).toList());
        }
        return time.now()
                .chain(
                        now -> {
                            LeadVersion before = lead.version(caller, reasons, now);
                            LeadEntry entry =
                                    lead.resubmit((Sound) checked, order, reasons, caller, now);
                            return leads.add(before).chain(() -> leads.add(entry));
                        });
    }

    private Legible read(Lead lead, SupplementRequest request) {
        Reading reading = findings.read(request.finding());
        if (reading instanceof Illegible illegible) {
            throw new Invalid(illegible.errors().stream().map(QualityReview::under).toList());
        }
        Legible read = (Legible) reading;
        if (read.finding().findingNo() != null
                && !lead.findingNo().equals(read.finding().findingNo())) {
            throw new Invalid(
                    List.of(
                            new FieldError(
                                    "/finding/findingNo",
                                    "changed",
                                    "补正时不得更换线索编号",
                                    "The number stays.")));
        }
        return read;
    }

    private static FieldError under(FieldError error) {
        return new FieldError("/finding" + error.pointer(), error.code(), error.zh(), error.en());
    }
}
