package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.finding.Fixation;
import io.mingjian.monitoring.finding.Flag;
import io.mingjian.monitoring.indication.EvidenceFacts;
import io.mingjian.monitoring.indication.Indication;
import io.mingjian.monitoring.lead.LeadViews.DuplicateProposal;
import io.mingjian.monitoring.lead.LeadViews.EvidenceIndication;
import io.mingjian.monitoring.lead.LeadViews.EvidenceSummary;
import io.mingjian.monitoring.lead.LeadViews.HashMatch;
import io.mingjian.monitoring.lead.LeadViews.LeadSummary;
import io.mingjian.monitoring.lead.LeadViews.LeadView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings together what is shown of a lead: itself, its history, its evidence's indications, likely
 * duplicates.
 */
@ApplicationScoped
class LeadShow {
    private final Leads leads;
    private final Duplicates duplicates;
    private final EvidenceFacts facts;
    private final LegalTime time;

    LeadShow(Leads leads, Duplicates duplicates, EvidenceFacts facts, LegalTime time) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.facts = facts;
        this.time = time;
    }

    /** The answer to a request for one lead, with its entity tag. */
    Uni<Answer> to(Caller reader, Lead lead) {
        return view(reader, lead).map(view -> Answer.ok(LeadSight.version(reader, lead), view));
    }

    Uni<Answer> created(Caller reader, Lead lead) {
        return view(reader, lead)
                .map(
                        view ->
                                Answer.created(
                                        "/v1/leads/" + lead.id(),
                                        LeadSight.version(reader, lead),
                                        view));
    }

    Uni<List<LeadSummary>> all(Caller reader, List<Lead> found) {
        return sight(reader, found).map(sight -> found.stream().map(sight::summary).toList());
    }

    private Uni<LeadSight> sight(Caller reader, List<Lead> shown) {
        return disposedByAnother(reader, shown)
                .chain(others -> time.now().map(now -> new LeadSight(reader, now, others)));
    }

    /** A district keeps sight of a lead on which the city decides after it took it over. */
    private Uni<Set<UUID>> disposedByAnother(Caller reader, List<Lead> shown) {
        List<UUID> disposed =
                shown.stream()
                        .filter(lead -> lead.disposalCode().isPresent())
                        .map(Lead::id)
                        .toList();
        return reader.isDistrict() && !disposed.isEmpty()
                ? leads.disposedByAnother(reader.organisation(), disposed)
                : Uni.createFrom().item(Set.of());
    }

    private Uni<LeadView> view(Caller reader, Lead lead) {
        return sight(reader, List.of(lead)).chain(sight -> view(sight, lead));
    }

    private Uni<LeadView> view(LeadSight sight, Lead lead) {
        return facts.of(lead.agency(), lead.finding().evidenceIds())
                .chain(known -> twins(sight, lead).chain(twins -> view(sight, lead, known, twins)));
    }

    private Uni<List<DuplicateProposal>> twins(LeadSight sight, Lead lead) {
        return sight.seesDuplicates() ? duplicates.openOf(lead) : Uni.createFrom().item(List.of());
    }

    private Uni<LeadView> view(
            LeadSight sight, Lead lead, List<Indication> known, List<DuplicateProposal> twins) {
        List<EvidenceIndication> indications = indications(sight, lead, known);
        return leads.historyOf(List.of(lead.id()))
                .chain(
                        entries ->
                                leads.defectsOf(lead.id())
                                        .map(defects -> sight.history(lead, entries, defects)))
                .map(
                        history ->
                                new LeadView(
                                        sight.summary(lead),
                                        lead.finding(),
                                        lead.normalUrl(),
                                        lead.isOutsideScope(),
                                        sight.seesDuplicates()
                                                ? lead.duplicateOf().orElse(null)
                                                : null,
                                        sight.seesDistrict()
                                                ? lead.districtCode().orElse(null)
                                                : null,
                                        indications,
                                        twins,
                                        history,
                                        sight.seesFlags() ? flags(lead, known) : null,
                                        lead.findingVersion(),
                                        EvidenceSummary.of(
                                                lead.finding().evidenceIds().size(), indications)));
    }

    /** What was noticed at first, and what is to be said of the files as they are known now. */
    private static List<Flag> flags(Lead lead, List<Indication> known) {
        return Stream.concat(lead.flags().stream(), EvidenceDoubts.of(lead, known).stream())
                .toList();
    }

    private static List<EvidenceIndication> indications(
            LeadSight sight, Lead lead, List<Indication> known) {
        Map<UUID, Indication> byId =
                known.stream()
                        .collect(Collectors.toMap(Indication::evidenceId, Function.identity()));
        return lead.finding().fixations().stream()
                .flatMap(
                        fixation ->
                                Stream.concat(
                                        indication(sight, fixation, byId).stream(),
                                        recording(sight, fixation, byId).stream()))
                .toList();
    }

    private static Optional<EvidenceIndication> recording(
            LeadSight sight, Fixation fixation, Map<UUID, Indication> byId) {
        return Optional.ofNullable(fixation.recordingEvidenceId())
                .flatMap(id -> Optional.ofNullable(byId.get(id)))
                .map(known -> sight.indication(known, HashMatch.NOT_TOLD));
    }

    private static Optional<EvidenceIndication> indication(
            LeadSight sight, Fixation fixation, Map<UUID, Indication> byId) {
        return Optional.ofNullable(byId.get(fixation.evidenceId()))
                .map(known -> sight.indication(known, EvidenceDoubts.match(fixation, known)));
    }
}
