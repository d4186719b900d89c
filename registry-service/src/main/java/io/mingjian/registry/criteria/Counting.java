package io.mingjian.registry.criteria;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.ledger.MarkKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Counts in the history of one person, from one day to another, both included.
 *
 * <p>Filings that were upheld by the last day, and those set aside, count for nothing: not the
 * filing, and not what became of it. Conduct, outside proceedings and shared contacts are no counts
 * of filings, so that this does not touch them.
 */
final class Counting {
    /** Enough that no share is rounded up to a line. */
    private static final int DIGITS = 4;

    private final List<CountedFiling> filings;
    private final List<Mark> marks;
    private final Set<UUID> notCounted;
    private final Set<MarkKind> conducts;
    private final Neighbours neighbours;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * @param conducts kinds of conduct that are defined on the last day
     */
    Counting(
            History history,
            Neighbours neighbours,
            Set<MarkKind> conducts,
            LocalDate from,
            LocalDate to) {
        this.neighbours = neighbours;
        this.conducts = conducts;
        this.from = from;
        this.to = to;
        this.notCounted = notCounted(history, to);
        this.filings =
                history.filings(from, to).stream()
                        .filter(each -> !notCounted.contains(each.submissionId()))
                        .toList();
        this.marks = history.marks(from, to);
    }

    private static Set<UUID> notCounted(History history, LocalDate to) {
        Set<UUID> found =
                history.marks(LocalDate.MIN, to).stream()
                        .filter(mark -> mark.kind() == MarkKind.UPHELD)
                        .map(Mark::submissionId)
                        .filter(Objects::nonNull)
                        .collect(toSet());
        history.filings().stream()
                .filter(filing -> filing.setAside() != null)
                .map(CountedFiling::submissionId)
                .forEach(found::add);
        return found;
    }

    Observation submissions() {
        return Observation.count(submissions(filings));
    }

    Observation sameOperator() {
        return Observation.count(
                submissions(
                        largest(
                                filings.stream()
                                        .collect(
                                                groupingBy(
                                                        each ->
                                                                Arrays.asList(
                                                                        each.operatorKey(),
                                                                        each.goodsClass()),
                                                        LinkedHashMap::new,
                                                        toList()))
                                        .values(),
                                List::size)));
    }

    Observation sameIssue() {
        List<CountedFiling> widest = largest(byText(), Counting::operators);
        return new Observation(
                BigDecimal.valueOf(operators(widest)), widest.size(), submissions(widest));
    }

    Observation textOverPersons() {
        List<CountedFiling> widest = largest(byText(), this::persons);
        return widest.isEmpty()
                ? Observation.NOTHING
                : new Observation(
                        BigDecimal.valueOf(persons(widest)), widest.size(), submissions(widest));
    }

    Observation sharedContact() {
        return new Observation(
                BigDecimal.valueOf(neighbours.personsAtContact()),
                filings.size(),
                submissions(filings));
    }

    Observation withdrawnShare() {
        Set<UUID> withdrawn = submissionsWith(MarkKind.WITHDRAWN_AFTER_PAYMENT);
        List<UUID> paid = submissions(filings).stream().filter(withdrawn::contains).toList();
        return filings.isEmpty()
                ? Observation.NOTHING
                : new Observation(
                        BigDecimal.valueOf(paid.size())
                                .divide(
                                        BigDecimal.valueOf(filings.size()),
                                        DIGITS,
                                        RoundingMode.DOWN),
                        filings.size(),
                        paid);
    }

    Observation quantityOverUse() {
        return filings.stream()
                .filter(each -> each.useRatio() != null)
                .max(Comparator.comparing(each -> Objects.requireNonNull(each.useRatio())))
                .map(
                        most ->
                                new Observation(
                                        Objects.requireNonNull(most.useRatio()),
                                        1,
                                        List.of(most.submissionId())))
                .orElse(Observation.NOTHING);
    }

    Observation refused() {
        return facts(mark -> mark.kind() == MarkKind.REFUSED_GROUND_3 && counts(mark));
    }

    Observation outside() {
        return facts(mark -> mark.kind().isOutsideProceeding());
    }

    Observation conduct() {
        return facts(mark -> conducts.contains(mark.kind()));
    }

    /** A filing with several such pictures is one. */
    Observation generated() {
        return Observation.count(
                marks.stream()
                        .filter(mark -> mark.kind() == MarkKind.GENERATED_EVIDENCE && counts(mark))
                        .map(Mark::reference)
                        .distinct()
                        .toList());
    }

    Observation nothing() {
        return Observation.NOTHING;
    }

    private Observation facts(Predicate<Mark> which) {
        return Observation.count(marks.stream().filter(which).map(Mark::reference).toList());
    }

    private boolean counts(Mark mark) {
        return mark.submissionId() == null || !notCounted.contains(mark.submissionId());
    }

    private Set<UUID> submissionsWith(MarkKind kind) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind)
                .map(Mark::reference)
                .collect(toSet());
    }

    private Collection<List<CountedFiling>> byText() {
        return filings.stream()
                .filter(each -> each.familyId() != null)
                .collect(groupingBy(CountedFiling::familyId, LinkedHashMap::new, toList()))
                .values();
    }

    private int persons(List<CountedFiling> sameText) {
        return sameText.isEmpty()
                ? 0
                : neighbours.personsWithText(
                        Objects.requireNonNull(sameText.get(0).familyId()), from, to);
    }

    private static int operators(List<CountedFiling> sameText) {
        return (int) sameText.stream().map(CountedFiling::operatorKey).distinct().count();
    }

    private static List<CountedFiling> largest(
            Collection<List<CountedFiling>> groups, ToIntFunction<List<CountedFiling>> size) {
        return groups.stream().max(Comparator.comparingInt(size)).orElse(List.of());
    }

    private static List<UUID> submissions(List<CountedFiling> of) {
        return of.stream().map(CountedFiling::submissionId).toList();
    }
}
