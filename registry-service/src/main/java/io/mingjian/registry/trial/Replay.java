package io.mingjian.registry.trial;

import static java.util.stream.Collectors.joining;

import io.mingjian.registry.criteria.Criterion;
import io.mingjian.registry.criteria.Evaluator;
import io.mingjian.registry.criteria.Finding;
import io.mingjian.registry.criteria.Neighbours;
import io.mingjian.registry.criteria.Proposing;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.ledger.MarkKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Goes through the days of a period on which something happened to a person, and finds the first on
 * which each rule set proposes. Between such days counts can only fall, so that no other day needs
 * looking at.
 */
final class Replay {
    private final Rules rules;
    private final LocalDate from;
    private final LocalDate to;

    Replay(Rules rules, LocalDate from, LocalDate to) {
        this.rules = rules;
        this.from = from;
        this.to = to;
    }

    /** What was known of others of this person on a day. */
    interface Others {
        Neighbours on(LocalDate day);
    }

    /** At most one proposal for each rule set. */
    List<Proposed> proposals(History history, Others others) {
        SortedSet<LocalDate> days = days(history);
        List<Proposed> found = new ArrayList<>(2);
        for (RuleSet which : RuleSet.values()) {
            first(which, history, others, days).ifPresent(found::add);
        }
        return found;
    }

    /** Submissions of the person in the period. */
    long filings(History history) {
        return history.filings(from, to).size();
    }

    private Optional<Proposed> first(
            RuleSet which, History history, Others others, SortedSet<LocalDate> days) {
        List<Criterion> criteria = rules.of(which);
        for (LocalDate day : days) {
            List<Finding> found =
                    Proposing.decide(Evaluator.evaluate(history, others.on(day), criteria, day));
            if (!found.isEmpty()) {
                return Optional.of(proposed(which, history, day, found));
            }
        }
        return Optional.empty();
    }

    private Proposed proposed(
            RuleSet which, History history, LocalDate day, List<Finding> findings) {
        String codes =
                findings.stream()
                        .map(each -> each.criterion().code())
                        .distinct()
                        .sorted()
                        .collect(joining("+"));
        long upheld =
                history.marks(from, to).stream()
                        .filter(mark -> mark.kind() == MarkKind.UPHELD)
                        .count();
        return new Proposed(history.personId(), which, day, codes, Math.toIntExact(upheld));
    }

    private SortedSet<LocalDate> days(History history) {
        SortedSet<LocalDate> days = new TreeSet<>();
        history.filings(from, to).stream().map(CountedFiling::receivedOn).forEach(days::add);
        history.marks(from, to).stream().map(Mark::on).forEach(days::add);
        return days;
    }
}
