package io.mingjian.monitoring.assignment;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.monitoring.assignment.AssignmentViews.AdvertisingFacts;
import io.mingjian.monitoring.assignment.AssignmentViews.AssignRequest;
import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.assignment.PlaceRules.Advertising;
import io.mingjian.monitoring.assignment.PlaceRules.Asked;
import io.mingjian.monitoring.assignment.PlaceRules.Matter;
import io.mingjian.monitoring.assignment.PlaceRules.Proposal;
import io.mingjian.monitoring.assignment.PlaceRules.Whereabouts;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.lead.LeadMove;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the city wants to do with a lead, beside what the rules propose.
 *
 * @param district the city's choice
 */
record AssignmentPlan(District district, Optional<Proposal> proposal, @Nullable String reasons) {
    private static final String ADVERTISING = "FALSE_ADVERTISING_WITH_AI";

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
        Optional<Proposal> proposal =
                PlaceRules.SHIPPED.propose(whereabouts(finding, request.advertising()));
        AssignmentPlan plan = new AssignmentPlan(district, proposal, request.reasons());
        if (!plan.followsProposal() && (request.reasons() == null || request.reasons().isBlank())) {
            throw new ReasonsMissing();
        }
        return plan;
    }

    /** Every rule with what it says of this finding. */
    static List<Asked> ask(Finding finding, @Nullable AdvertisingFacts facts) {
        return PlaceRules.SHIPPED.ask(whereabouts(finding, facts));
    }

    private static Whereabouts whereabouts(Finding finding, @Nullable AdvertisingFacts facts) {
        return new Whereabouts(
                Objects.requireNonNull(finding.platformType()),
                Objects.requireNonNull(finding.platform()),
                finding.districtCode(),
                finding.publishedAddress(),
                matter(finding, facts),
                facts == null ? Advertising.UNKNOWN : facts.toAdvertising());
    }

    /** A finding is made on the net: without an officer's word its advertisement is one there. */
    private static Matter matter(Finding finding, @Nullable AdvertisingFacts facts) {
        if (facts != null && facts.matter() != null) {
            return facts.matter();
        }
        return ViolationTypes.SHIPPED.inGroup(ADVERTISING).contains(finding.violationType())
                ? Matter.INTERNET_AD
                : Matter.OTHER;
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
