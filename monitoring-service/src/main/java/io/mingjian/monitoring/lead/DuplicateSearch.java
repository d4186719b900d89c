package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.indication.EvidenceFacts;
import io.mingjian.monitoring.indication.PicturesFoundAgain;
import io.mingjian.monitoring.lead.Duplicates.Pair;
import io.mingjian.monitoring.likeness.Sketch;
import io.mingjian.monitoring.likeness.Sketches;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks, for leads that just came in, for earlier ones that may be the same matter, and proposes
 * them. Six statements, however many leads there are. It only proposes; a person decides.
 */
@ApplicationScoped
class DuplicateSearch implements PicturesFoundAgain {
    /** Measured over pairs of texts that are or are not about one matter: {@code SketchTest}. */
    static final double LEAST_LIKENESS = 0.6;

    private static final int MOST_BY_TEXT = 5;

    private final Duplicates duplicates;
    private final EvidenceFacts facts;
    private final Sketches sketches;
    private final LegalTime time;

    DuplicateSearch(Duplicates duplicates, EvidenceFacts facts, Sketches sketches, LegalTime time) {
        this.duplicates = duplicates;
        this.facts = facts;
        this.sketches = sketches;
        this.time = time;
    }

    /** Leads that lie in the database already and whose order says which came first. */
    Uni<Void> propose(List<Lead> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Sketches.Entry> texts = fresh.stream().map(DuplicateSearch::entry).toList();
        return duplicates
                .takeTurn(fresh.get(0).bureau())
                .chain(facts::lookForAlike)
                .chain(() -> duplicates.same(fresh.stream().map(Lead::id).toList()))
                .chain(same -> byText(texts).map(alike -> both(same, alike)))
                .map(pairs -> laterFirst(fresh, pairs))
                .chain(pairs -> duplicates.propose(pairs, time.instant()));
    }

    @Override
    public Uni<Void> foundAgain(UUID evidenceId) {
        return duplicates.proposeByPicture(evidenceId, time.instant());
    }

    private Uni<List<Pair>> byText(List<Sketches.Entry> texts) {
        return sketches.add(texts)
                .chain(() -> sketches.alike(texts, LEAST_LIKENESS, MOST_BY_TEXT))
                .map(
                        pairs ->
                                pairs.stream()
                                        .map(
                                                pair ->
                                                        new Pair(
                                                                pair.one(),
                                                                pair.other(),
                                                                DuplicateKind.TEXT,
                                                                pair.likeness()))
                                        .toList());
    }

    private static List<Pair> both(List<Pair> same, List<Pair> alike) {
        List<Pair> all = new ArrayList<>(same);
        all.addAll(alike);
        return all;
    }

    /** Two fresh leads find each other; the pair is told once, of the later one. */
    private static List<Pair> laterFirst(List<Lead> fresh, List<Pair> pairs) {
        Map<UUID, Integer> places = new HashMap<>();
        fresh.forEach(lead -> places.put(lead.id(), places.size()));
        return pairs.stream()
                .filter(
                        pair ->
                                places.getOrDefault(pair.other(), -1)
                                        < Objects.requireNonNull(places.get(pair.one())))
                .toList();
    }

    /** Only findings of one bureau about one kind of violation are compared. */
    private static Sketches.Entry entry(Lead lead) {
        return new Sketches.Entry(
                lead.id(),
                lead.bureau() + " " + lead.finding().violationType(),
                Sketch.of(text(lead.finding())));
    }

    /**
     * What is said and about whom: an agency's set phrases about another shop are another matter.
     */
    static String text(Finding finding) {
        return Stream.of(
                        finding.shopName(),
                        finding.subjectName(),
                        finding.goodsName(),
                        finding.contentSummary())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
