package io.mingjian.detection.analysis;

import io.mingjian.detection.analysis.PictureMatches.Found;
import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.sets.SetMates;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Gathers what is known beside the file itself, over all parties. For machines. */
@ApplicationScoped
class Knowledge {
    private final PictureMatches matches;
    private final EvidenceWork work;
    private final SetMates mates;
    private final Indications indications;
    private final BankBook banks;
    private final List<BehaviourSource> sources;

    Knowledge(
            PictureMatches matches,
            EvidenceWork work,
            SetMates mates,
            Indications indications,
            BankBook banks,
            @All List<BehaviourSource> sources) {
        this.matches = matches;
        this.work = work;
        this.mates = mates;
        this.indications = indications;
        this.banks = banks;
        this.sources = sources;
    }

    /** All that an indication of this piece is made of. */
    Uni<FusionInput> around(UUID evidenceId, PanelReport report) {
        return matches.of(evidenceId)
                .chain(
                        found ->
                                weighing(evidenceId, found.sightings())
                                        .map(left -> new Found(left, found.more())))
                .chain(
                        found ->
                                mates.of(evidenceId)
                                        .chain(set -> input(evidenceId, report, found, set)))
                .chain(
                        input ->
                                banks.weighingOn(evidenceId)
                                        .map(finds -> input.with(BankSignals.of(finds))));
    }

    /**
     * Likeness by a picture that is shown everywhere says nothing, unless a film or document has
     * others in common too: nobody is to hide these behind a placeholder.
     */
    private Uni<List<Sighting>> weighing(UUID evidenceId, List<Sighting> found) {
        List<UUID> alike = found.stream().map(Sighting::evidenceId).toList();
        return banks.commonWith(evidenceId, alike)
                .map(
                        common ->
                                found.stream()
                                        .filter(
                                                each ->
                                                        each.shared()
                                                                > common.getOrDefault(
                                                                        each.evidenceId(), 0))
                                        .toList());
    }

    private Uni<FusionInput> input(
            UUID evidenceId, PanelReport report, Found found, List<UUID> set) {
        List<Sighting> sightings = found.sightings();
        List<UUID> alike = sightings.stream().map(Sighting::evidenceId).toList();
        return work.relations(evidenceId, alike)
                .map(relations -> Reuse.of(sightings, relations, set).andMore(found.more()))
                .chain(
                        reuse ->
                                indications
                                        .company(set)
                                        .chain(
                                                company ->
                                                        behaviour(evidenceId, alike)
                                                                .map(
                                                                        behaviour ->
                                                                                new FusionInput(
                                                                                        report,
                                                                                        reuse,
                                                                                        company,
                                                                                        behaviour))));
    }

    private Uni<List<Behaviour>> behaviour(UUID evidenceId, List<UUID> alike) {
        List<UUID> all = Stream.concat(Stream.of(evidenceId), alike.stream()).toList();
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(source -> source.of(evidenceId, all))
                .onItem()
                .transformToIterable(each -> each)
                .collect()
                .asList();
    }
}
