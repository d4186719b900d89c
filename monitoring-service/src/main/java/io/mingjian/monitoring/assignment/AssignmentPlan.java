package io.mingjian.monitoring.assignment;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.monitoring.assignment.AssignmentViews.AssignRequest;
import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.assignment.PlaceRules.Proposal;
import io.mingjian.monitoring.assignment.PlaceRules.Whereabouts;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.lead.LeadMove;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the city wants to do with a lead, beside what the rules propose.
 *
 * @param district the city's choice
 */
record AssignmentPlan(District district, Optional<Proposal> proposal, @Nullable String reasons) {

    /**
     * @throws Invalid if the code is no district of the city
     * @throws ReasonsMissing if the choice is not the proposal and nothing says why
     */
    static AssignmentPlan of(Finding finding, AssignRequest request) {
        District district =
                Districts.SHIPPED
                        .byCode(request.districtCode())
                        .orElseThrow(
                                () ->
                                        new Invalid(
                                                "/districtCode",
                                                "unknown-district",
                                                "应为本市 16 个区之一的区划代码",
                                                "Name one of the city's 16 districts."));
        AssignmentPlan plan = new AssignmentPlan(district, propose(finding), request.reasons());
        if (!plan.followsProposal() && (request.reasons() == null || request.reasons().isBlank())) {
            throw new ReasonsMissing();
        }
        return plan;
    }

    static Optional<Proposal> propose(Finding finding) {
        return PlaceRules.SHIPPED.propose(
                new Whereabouts(
                        Objects.requireNonNull(finding.platformType()),
                        Objects.requireNonNull(finding.platform()),
                        finding.districtCode()));
    }

    LeadMove toMove() {
        String rule =
                followsProposal() ? proposal.map(found -> found.rule().id()).orElse(null) : null;
        return LeadMove.assign(
                new LeadMove.District(district.organisation(), district.code()), rule, reasons);
    }

    private boolean followsProposal() {
        return proposal.filter(found -> found.district().equals(district)).isPresent();
    }
}
