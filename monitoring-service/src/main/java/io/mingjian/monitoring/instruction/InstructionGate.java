package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.monitoring.monitor.AgencyContracts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks what an instruction stands on elsewhere, contracts and campaigns, and judges it whole. */
@ApplicationScoped
class InstructionGate {
    private final Agencies agencies;
    private final CampaignGate campaigns;
    private final boolean contractsRequired;

    InstructionGate(
            Agencies agencies,
            CampaignGate campaigns,
            @ConfigProperty(name = "mingjian.monitoring.contracts-required")
                    boolean contractsRequired) {
        this.agencies = agencies;
        this.campaigns = campaigns;
        this.contractsRequired = contractsRequired;
    }

    /** Fails with all that is wrong with an instruction that is to be issued. */
    Uni<Void> check(Caller caller, IssueRequest request, Moment moment) {
        InstructionCheck check = InstructionCheck.of(request, moment.day());
        InstructionContent content = InstructionContent.of(request);
        return contracts(
                        check,
                        request.agencies(),
                        agency -> "/agencies/" + request.agencies().indexOf(agency),
                        content,
                        moment)
                .chain(() -> campaign(caller, check, request.campaignId()))
                .invoke(check::end);
    }

    /** Fails with all that is wrong with an amendment. */
    Uni<Void> check(Amendment amendment, Moment moment) {
        InstructionCheck check = amendment.check(moment.day());
        return contracts(
                        check,
                        amendment.agenciesToCheck(),
                        amendment::pointerTo,
                        amendment.content(),
                        moment)
                .invoke(check::end);
    }

    private Uni<Void> contracts(
            InstructionCheck check,
            Collection<String> named,
            Function<String, String> pointer,
            InstructionContent content,
            Moment moment) {
        ContractRules rules =
                new ContractRules(
                        contractsRequired,
                        content.terms().toScope(),
                        moment.day(),
                        content.periodTo());
        return agencies.contractsOf(named)
                .invoke(
                        known ->
                                named.stream()
                                        .distinct()
                                        .map(agency -> problem(rules, agency, pointer, known))
                                        .flatMap(Optional::stream)
                                        .forEach(check::add))
                .replaceWithVoid();
    }

    private static Optional<FieldError> problem(
            ContractRules rules,
            String agency,
            Function<String, String> pointer,
            Map<String, AgencyContracts> known) {
        return rules.problem(
                pointer.apply(agency), agency, known.getOrDefault(agency, AgencyContracts.NONE));
    }

    private Uni<Void> campaign(Caller caller, InstructionCheck check, @Nullable UUID campaignId) {
        if (campaignId == null) {
            return Uni.createFrom().voidItem();
        }
        return campaigns
                .isOpen(caller, campaignId)
                .invoke(
                        open -> {
                            if (!open) {
                                check.add(
                                        "/campaignId",
                                        "unknown-campaign",
                                        "没有这一专项行动，或其已经结束",
                                        "No such campaign, or it is over.");
                            }
                        })
                .replaceWithVoid();
    }
}
