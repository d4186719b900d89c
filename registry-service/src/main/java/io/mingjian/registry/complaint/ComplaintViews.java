package io.mingjian.registry.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.code.District;
import io.mingjian.registry.evidence.EvidenceView;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.ClaimedAmounts;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.procedure.AgentView;
import io.mingjian.registry.procedure.ClosedStep;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.FindingForm;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.RecheckNote;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.Surroundings;
import io.mingjian.registry.procedure.TakenStep;
import io.mingjian.registry.queue.FilerFlag;
import io.mingjian.registry.queue.Hint;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the doors of complaints. */
final class ComplaintViews {
    private ComplaintViews() {}

    /**
     * A complaint as officers see it.
     *
     * @param complainant masked; of a mixed filing only what mediation needs (Art 37). The report
     *     part is not named here at all
     * @param due the clock that ends first
     * @param openSteps what this caller may do now
     * @param hints remarks on the filer; they change nothing
     * @param flags of the list, if the filer is on it; they change nothing
     * @param facts what the steps recorded, in order: consents, appointments, appraisals, agreement
     * @param forms what each open step asks for, the usual steps first
     * @param closedSteps the other steps of this state
     * @param findingForm how the caller may say what a piece of evidence is; absent if he may not
     * @param proposals what the calendar suggests; a person decides
     * @param sameDispute other complaints of this filer against this respondent (Art 16(2))
     * @param agent masked, as the complainant
     * @param joint present if several complain together (Art 12)
     * @param handlerOfficer who entered it
     */
    @Schema(name = "Complaint", description = "投诉 / Complaint")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComplaintView(
            UUID id,
            FilingKind kind,
            String registrationNo,
            ComplaintState state,
            String stateName,
            Channel channel,
            @Nullable String externalNo,
            String registeringAgency,
            String holder,
            String districtCode,
            String districtName,
            Place place,
            OffsetDateTime receivedAt,
            @Nullable UUID filerId,
            @Nullable MaskedIdentity complainant,
            Respondent respondent,
            List<Claim> claims,
            DisputeFacts disputeFacts,
            boolean consentToPublish,
            boolean consentToDelegatedMediation,
            @Nullable DueView due,
            List<DueView> clocks,
            List<ComplaintStep> openSteps,
            List<EvidenceView> evidence,
            List<Hint> hints,
            List<FilerFlag> flags,
            List<RecheckNote> rechecks,
            List<TakenStep> steps,
            @Nullable String remedies,
            List<Fact> facts,
            List<StepForm> forms,
            List<ClosedStep> closedSteps,
            @Nullable StepForm findingForm,
            List<Proposal> proposals,
            List<SameDispute> sameDispute,
            @Nullable ClaimedAmounts claimedAmounts,
            @Nullable AgentView agent,
            @Nullable JointView joint,
            @Nullable String handlerOfficer) {

        static ComplaintView of(
                Complaint complaint, Moment now, Surroundings around, List<SameDispute> others) {
            var head = complaint.head();
            var content = complaint.content();
            return new ComplaintView(
                    complaint.id(),
                    FilingKind.COMPLAINT,
                    head.registrationNo(),
                    complaint.state(),
                    complaint.state().zh(),
                    head.channel(),
                    head.externalNo(),
                    head.registeringAgency(),
                    complaint.holder(),
                    complaint.districtCode(),
                    District.ofCode(complaint.districtCode()).map(District::zh).orElse(""),
                    new Place(complaint.placeRule(), complaint.placeBasis(), complaint.placeZh()),
                    head.receivedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    head.filerId(),
                    shown(complaint, around.filer()),
                    content.respondent(),
                    content.claims(),
                    content.facts(),
                    content.consentToPublish(),
                    content.consentToDelegatedMediation(),
                    around.due(),
                    around.clocks(),
                    complaint.openSteps(now.by()),
                    around.evidence(),
                    around.hints(),
                    around.flags(),
                    around.rechecks(),
                    around.steps(),
                    complaint.remedies(),
                    complaint.facts().list(),
                    ComplaintForms.of(complaint, now),
                    ComplaintForms.closed(complaint, now),
                    FindingForm.of(now.by(), complaint.holder()),
                    complaint.proposals(now),
                    others,
                    content.claimedAmounts(),
                    AgentView.of(content.powerOfAttorney(), around.parties(), head.isMixed()),
                    JointView.of(content.joint(), around.parties(), head.isMixed()),
                    head.handlerOfficer());
        }

        private static @Nullable MaskedIdentity shown(
                Complaint complaint, @Nullable MaskedIdentity masked) {
            return masked != null && complaint.head().isMixed() ? masked.forMediation() : masked;
        }
    }

    /** Why it lies with this bureau. */
    @Schema(name = "Place", description = "管辖依据 / Why it lies with this bureau")
    record Place(String rule, String basis, String explanation) {}

    /**
     * A step that the calendar suggests; the machine never takes it.
     *
     * @param ground number of the ground in Art 23
     */
    @Schema(name = "StepProposal", description = "系统提示可考虑的步骤，由工作人员决定 / Suggested, never taken")
    record Proposal(ComplaintStep step, int ground, String explanation, String basis) {}

    /**
     * Another complaint of the same filer against the same respondent, which may be about the same
     * dispute.
     */
    @Schema(name = "SameDispute", description = "同一投诉人对同一被投诉人的其他投诉 / Maybe the same dispute")
    record SameDispute(
            String registrationNo, ComplaintState state, String stateName, LocalDate receivedOn) {}
}
