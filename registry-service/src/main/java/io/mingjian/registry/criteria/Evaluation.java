package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Hits.Hit;
import io.mingjian.registry.criteria.Surroundings.Findings;
import io.mingjian.registry.ledger.LedgerListener;
import io.mingjian.registry.listing.CandidateProposals;
import io.mingjian.registry.listing.Ground;
import io.mingjian.registry.listing.Proposal;
import io.mingjian.registry.queue.Hint;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Compares a person with the criteria in force today whenever something became known: hints are
 * made what they are to be, hits are kept, and a candidate is proposed where the findings ask for
 * one.
 */
@ApplicationScoped
class Evaluation implements LedgerListener {
    private final Criteria criteria;
    private final Surroundings surroundings;
    private final Hits hits;
    private final Worklist worklist;
    private final CandidateProposals proposals;
    private final Clock clock;

    Evaluation(
            Criteria criteria,
            Surroundings surroundings,
            Hits hits,
            Worklist worklist,
            CandidateProposals proposals,
            Clock clock) {
        this.criteria = criteria;
        this.surroundings = surroundings;
        this.hits = hits;
        this.worklist = worklist;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public Uni<Void> changed(Caller caller, Change change) {
        LocalDate today = LegalDay.today(clock);
        return criteria.inForceOn(caller, today)
                .chain(
                        inForce ->
                                surroundings
                                        .of(caller, change.personId(), inForce, today)
                                        .map(known -> known.judge(inForce, today)))
                .call(
                        found ->
                                worklist.hint(
                                        caller, Map.of(change.personId(), hints(found.list()))))
                .chain(found -> keep(caller, change, found));
    }

    /** Keeps the hits; who has a new one may have become a candidate. */
    Uni<Void> keep(Caller caller, Change change, Findings found) {
        return hits.keep(
                        caller,
                        found.list().stream().map(each -> hit(change, found, each)).toList())
                .chain(
                        isNew ->
                                isNew
                                        ? propose(caller, change, found)
                                        : Uni.createFrom().voidItem());
    }

    static List<Hint> hints(List<Finding> found) {
        return found.stream()
                .map(
                        each ->
                                new Hint(
                                        each.criterion().code(),
                                        each.criterion().version(),
                                        each.level().name(),
                                        each.explanation()))
                .toList();
    }

    /** Without an occasion of its own a hit belongs to the latest of what is behind it. */
    private Hit hit(Change change, Findings of, Finding finding) {
        UUID occasion =
                Stream.of(change.occasion(), finding.inputs().latest(), change.personId())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        UUID filing =
                change.filingId() != null
                        ? change.filingId()
                        : of.latestFiling(finding).orElse(null);
        return hits.hit(change.personId(), occasion, filing, finding);
    }

    private Uni<Void> propose(Caller caller, Change change, Findings found) {
        List<Finding> proposing = Proposing.decide(found.list());
        if (proposing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Optional<UUID> latest =
                proposing.stream().map(found::latestFiling).flatMap(Optional::stream).findFirst();
        return proposals.propose(
                caller,
                new Proposal(
                        change.personId(),
                        change.filingId() != null ? change.filingId() : latest.orElse(null),
                        proposing.stream().map(this::ground).toList()));
    }

    private Ground ground(Finding finding) {
        return new Ground(
                finding.criterion().code(),
                finding.criterion().version(),
                finding.level().name(),
                hits.tree(finding.inputs()),
                finding.explanation(),
                finding.criterion().status().name());
    }
}
