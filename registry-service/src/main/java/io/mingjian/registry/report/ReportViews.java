package io.mingjian.registry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.code.District;
import io.mingjian.registry.evidence.EvidenceView;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Channel;
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

/** What goes in and out at the doors of reports. */
final class ReportViews {
    private ReportViews() {}

    /**
     * A report as officers see it.
     *
     * @param linkedFilingId the complaint part of a mixed filing
     * @param anonymous no identity was given (Art 28)
     * @param reporter masked
     * @param due the clock that ends first
     * @param openSteps what this caller may do now
     * @param hints remarks on the filer; the clue is verified all the same (Art 35)
     * @param flags of the list, if the filer is on it; they change nothing
     * @param forms what each open step asks for, the usual steps first
     * @param closedSteps the other steps of this state
     * @param findingForm how the caller may say what a piece of evidence is; absent if he may not
     * @param legalField field of law that the officer chose; its rule says who is told (Art 36)
     * @param mergedInto the report that it is handled with (Art 35)
     * @param facts what the steps recorded, in order
     * @param duplicateCandidates earlier reports of this reporter against this party (Art 35)
     * @param advertising present if the clue is an advertisement (Arts 29–32)
     * @param agent masked, as the reporter
     * @param handlerOfficer who entered it
     */
    @Schema(name = "Report", description = "举报 / Report")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(
            UUID id,
            FilingKind kind,
            String registrationNo,
            @Nullable UUID linkedFilingId,
            ReportState state,
            String stateName,
            Channel channel,
            @Nullable String externalNo,
            String registeringAgency,
            String holder,
            String districtCode,
            String districtName,
            Place place,
            OffsetDateTime receivedAt,
            boolean anonymous,
            @Nullable UUID filerId,
            @Nullable MaskedIdentity reporter,
            Respondent reportedParty,
            String clueDescription,
            String factualBasis,
            @Nullable DueView due,
            List<DueView> clocks,
            List<ReportStep> openSteps,
            List<EvidenceView> evidence,
            List<Hint> hints,
            List<FilerFlag> flags,
            List<RecheckNote> rechecks,
            List<TakenStep> steps,
            @Nullable String legalField,
            @Nullable UUID mergedInto,
            List<Fact> facts,
            List<StepForm> forms,
            List<ClosedStep> closedSteps,
            @Nullable StepForm findingForm,
            List<DuplicateCandidate> duplicateCandidates,
            @Nullable Advertising advertising,
            @Nullable AgentView agent,
            @Nullable String handlerOfficer) {

        static ReportView of(
                Report report,
                Moment now,
                Surroundings around,
                List<DuplicateCandidate> candidates) {
            var head = report.head();
            var content = report.content();
            return new ReportView(
                    report.id(),
                    FilingKind.REPORT,
                    head.registrationNo(),
                    head.linkedFilingId(),
                    report.state(),
                    report.state().zh(),
                    head.channel(),
                    head.externalNo(),
                    head.registeringAgency(),
                    report.holder(),
                    report.districtCode(),
                    District.ofCode(report.districtCode()).map(District::zh).orElse(""),
                    new Place(report.placeRule(), report.placeBasis(), report.placeZh()),
                    head.receivedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    head.filerId() == null,
                    head.filerId(),
                    around.filer(),
                    content.reportedParty(),
                    content.clueDescription(),
                    content.factualBasis(),
                    around.due(),
                    around.clocks(),
                    report.openSteps(now),
                    around.evidence(),
                    around.hints(),
                    around.flags(),
                    around.rechecks(),
                    around.steps(),
                    report.legalField(),
                    report.mergedInto(),
                    report.facts().list(),
                    ReportForms.of(report, now),
                    ReportForms.closed(report, now),
                    FindingForm.of(now.by(), report.holder()),
                    candidates,
                    content.advertising(),
                    AgentView.of(content.powerOfAttorney(), around.parties(), false),
                    head.handlerOfficer());
        }
    }

    /** Why it lies with this bureau. */
    @Schema(name = "ReportPlace", description = "管辖依据 / Why it lies with this bureau")
    record Place(String rule, String basis, String explanation) {}

    /**
     * An earlier report of the same reporter against the same party.
     *
     * @param id absent if it is not the caller's to see
     */
    @Schema(name = "DuplicateCandidate", description = "同一举报人对同一被举报人的在先举报 / Maybe the same facts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DuplicateCandidate(
            @Nullable UUID id,
            String registrationNo,
            ReportState state,
            String stateName,
            LocalDate receivedOn) {}
}
