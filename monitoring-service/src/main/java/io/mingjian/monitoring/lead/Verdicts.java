package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.monitoring.finding.Flag;
import io.mingjian.monitoring.indication.EvidenceFacts;
import io.mingjian.monitoring.lead.LeadViews.QualificationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The step that a reviewer's verdict asks for, as far as what hangs on the lead allows it. The lead
 * is held, and so is the one that it is said to repeat: nobody comes to rest on a lead meanwhile.
 */
@ApplicationScoped
class Verdicts {
    private final Leads leads;
    private final EvidenceFacts facts;

    Verdicts(Leads leads, EvidenceFacts facts) {
        this.leads = leads;
        this.facts = facts;
    }

    Uni<LeadMove> plan(Caller caller, Lead lead, QualificationRequest request) {
        DefectCheck.require(request);
        LeadMove move = LeadMove.of(step(request), request.reasons());
        if (!lead.openSteps(caller).contains(move.step())) {
            return Uni.createFrom().item(move);
        }
        return switch (request.verdict()) {
            case QUALIFIED ->
                    requireNothingRestsOnItsEarlierFinding(lead)
                            .chain(() -> qualify(lead, request));
            case UNQUALIFIED, RETURNED_FOR_SUPPLEMENT ->
                    requireNothingRestsOn(lead).replaceWith(move);
            case DUPLICATE ->
                    requireNothingRestsOn(lead).chain(() -> duplicate(caller, lead, request));
            case REOPENED -> Uni.createFrom().item(move);
        };
    }

    private static LeadStep step(QualificationRequest request) {
        return switch (request.verdict()) {
            case QUALIFIED -> LeadStep.QUALIFY;
            case UNQUALIFIED -> LeadStep.DISQUALIFY;
            case RETURNED_FOR_SUPPLEMENT -> LeadStep.RETURN_FOR_SUPPLEMENT;
            case DUPLICATE -> LeadStep.MARK_DUPLICATE;
            case REOPENED -> LeadStep.REOPEN;
        };
    }

    /**
     * A district is sent out with evidence that is there. That a file is late, or another one, is
     * no verdict: a person may pass the finding all the same, but only knowing it, with reasons.
     */
    private Uni<LeadMove> qualify(Lead lead, QualificationRequest request) {
        return facts.of(lead.agency(), lead.finding().evidenceIds())
                .map(known -> EvidenceDoubts.of(lead, known))
                .map(doubts -> qualify(doubts, request));
    }

    private static LeadMove qualify(List<Flag> doubts, QualificationRequest request) {
        if (doubts.isEmpty()) {
            return LeadMove.of(LeadStep.QUALIFY, request.reasons());
        }
        if (!Boolean.TRUE.equals(request.despiteEvidence())) {
            throw new Conflict(
                    "evidence-in-doubt",
                    "部分证据尚未收到，或与固证记录的摘要不符（%s）；请等待或退回补正，确需审核通过的，须确认（despiteEvidence）并写明理由。"
                            .formatted(
                                    doubts.stream()
                                            .map(Flag::pointer)
                                            .collect(Collectors.joining("、"))),
                    "Evidence has not come or is another file; confirm with despiteEvidence and reasons.");
        }
        if (request.reasons() == null || request.reasons().isBlank()) {
            throw new ReasonsMissing();
        }
        return LeadMove.qualifyDespiteEvidence(request.reasons());
    }

    /**
     * What ended as a duplicate of this lead would end for nothing: also if it came back from its
     * agency as a finding about another page.
     */
    private Uni<Void> requireNothingRestsOn(Lead lead) {
        return leads.restingOn(lead)
                .invoke(
                        resting ->
                                requireNone(
                                        resting, "线索 %s 已被认定为与本线索重复，须先将其恢复审核（结论 REOPENED），再作此认定。"))
                .replaceWithVoid();
    }

    /**
     * What ended as a duplicate of the finding as it was before a supplement is perhaps none of the
     * one that would go on now.
     */
    private Uni<Void> requireNothingRestsOnItsEarlierFinding(Lead lead) {
        if (lead.findingVersion() == 1) {
            return Uni.createFrom().voidItem();
        }
        return leads.restingOnItsEarlierFinding(lead)
                .invoke(
                        resting ->
                                requireNone(
                                        resting,
                                        "线索 %s 在本线索补正之前被认定为与其重复，补正后内容可能不同；"
                                                + "须先将其恢复审核（结论 REOPENED），仍属重复的可以重新认定，再审核通过本线索。"))
                .replaceWithVoid();
    }

    private static void requireNone(List<String> resting, String zh) {
        if (!resting.isEmpty()) {
            throw new Conflict(
                    "others-rest-on-it",
                    zh.formatted(String.join("、", resting)),
                    "Other leads ended as duplicates of this one; open them again first.");
        }
    }

    /**
     * The other lead must be one that the reviewer sees, and not the lead itself; and it must go
     * on, or have gone on, for both: not with its agency, who may hand in another finding.
     */
    private Uni<LeadMove> duplicate(Caller caller, Lead lead, QualificationRequest request) {
        UUID of = request.duplicateOf();
        if (of == null || of.equals(lead.id())) {
            throw new Invalid(
                    "/duplicateOf",
                    "required",
                    "认定重复时，须指明所重复的另一条线索",
                    "Name the other lead that this one repeats.");
        }
        return leads.require(caller, of)
                .invoke(Verdicts::requireStanding)
                .map(other -> LeadMove.markDuplicate(of, request.reasons()));
    }

    private static void requireStanding(Lead other) {
        if (other.state() == LeadState.DUPLICATE || other.state() == LeadState.UNQUALIFIED) {
            throw new Conflict(
                    "duplicate-of-ended",
                    "线索 %s 为“%s”，不能作为被重复的线索，请指明仍在办理或已办结的线索。"
                            .formatted(other.leadNo(), other.state().zh()),
                    "The other lead is itself a duplicate or of no use.");
        }
        if (other.state() == LeadState.RETURNED_FOR_SUPPLEMENT) {
            throw new Conflict(
                    "duplicate-of-returned",
                    "线索 %s 正在退回补正，补正后内容可能不同，请待其重新提交后再认定重复。".formatted(other.leadNo()),
                    "The other lead is with its agency and may come back as another finding.");
        }
    }
}
