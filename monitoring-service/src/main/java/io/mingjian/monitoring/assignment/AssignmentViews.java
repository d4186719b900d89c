package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.assignment.PlaceRules.Proposal;
import io.mingjian.monitoring.clock.LegalTime;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class AssignmentViews {
    private AssignmentViews() {}

    /** Which district gets a lead. */
    @Schema(
            description =
                    "分派；与建议不同或无建议时须写明理由 / reasons are needed where the choice is not the proposal")
    record AssignRequest(
            @NotBlank @Schema(description = "区划代码，如 310101 / GB/T 2260 code") String districtCode,
            @Nullable @Size(max = 2000) String reasons) {}

    /** Why a district gives a lead back. */
    record ReturnRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** What the place rules say; a proposal that a person confirms or not. */
    @Schema(description = "分派建议，由市局确认 / a proposal that the city confirms")
    record ProposalView(
            boolean found,
            @Nullable String districtCode,
            @Nullable String districtOrganisation,
            @Nullable String districtZh,
            @Nullable String rule,
            @Nullable String ruleZh,
            @Nullable String basis,
            @Nullable String status) {

        static ProposalView of(Proposal proposal) {
            return new ProposalView(
                    true,
                    proposal.district().code(),
                    proposal.district().organisation(),
                    proposal.district().zh(),
                    proposal.rule().id(),
                    proposal.rule().zh(),
                    proposal.rule().basis(),
                    proposal.rule().status());
        }

        static ProposalView none() {
            return new ProposalView(false, null, null, null, null, null, null, null);
        }
    }

    /**
     * One assignment. A district keeps seeing its own after the lead went elsewhere: its record,
     * not the lead.
     */
    record AssignmentView(
            UUID id,
            UUID leadId,
            String leadNo,
            String districtOrganisation,
            String districtCode,
            @Nullable String placeRule,
            @Nullable String proposedDistrictCode,
            @Nullable String reasons,
            OffsetDateTime assignedAt,
            @Nullable OffsetDateTime receivedAt,
            @Nullable OffsetDateTime returnRequestedAt,
            @Nullable String returnReasons) {

        static AssignmentView of(Assignment assignment) {
            return new AssignmentView(
                    assignment.id(),
                    assignment.leadId(),
                    assignment.leadNo(),
                    assignment.districtOrganisation(),
                    assignment.districtCode(),
                    assignment.placeRule().orElse(null),
                    assignment.proposedDistrictCode().orElse(null),
                    assignment.reasons().orElse(null),
                    LegalTime.outside(assignment.assignedAt()),
                    assignment.receivedAt().map(LegalTime::outside).orElse(null),
                    assignment.returnRequestedAt().map(LegalTime::outside).orElse(null),
                    assignment.returnReasons().orElse(null));
        }
    }
}
