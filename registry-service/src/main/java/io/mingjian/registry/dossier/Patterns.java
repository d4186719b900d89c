package io.mingjian.registry.dossier;

import static java.util.stream.Collectors.groupingBy;

import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.ledger.MarkKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What a history shows when it is counted in several ways; windows include their last day. */
final class Patterns {
    static final int YEAR = 365;

    private static final List<Integer> WINDOWS = List.of(30, 90, YEAR);
    private static final int LEAST = 2;
    private static final int MOST = 20;

    private final History history;
    private final LocalDate today;

    Patterns(History history, LocalDate today) {
        this.history = history;
        this.today = today;
    }

    /**
     * The last days together.
     *
     * @param submissions that count
     * @param setAside that do not count: whistle-blowers, insiders, harm to safety
     * @param upheld whose matter was found to be true; they speak for the person
     */
    record Window(int days, LocalDate from, long submissions, long setAside, long upheld) {}

    /**
     * Filings against one operator about one class of goods within a year.
     *
     * @param example one of its filings, which names the operator
     */
    record Operator(UUID example, String goodsClass, long last90Days, long lastYear) {}

    /**
     * Filings in nearly the same words within a year.
     *
     * @param operators against how many different operators
     */
    record Issue(UUID example, long last30Days, long lastYear, long operators) {}

    /** What became of filings, or is known from elsewhere; over the whole history. */
    record Outcome(MarkKind kind, long times, LocalDate lastOn, boolean positive) {}

    List<Window> windows() {
        return WINDOWS.stream().map(this::window).toList();
    }

    private Window window(int days) {
        LocalDate from = first(days);
        List<CountedFiling> all = history.filings(from, today);
        long setAside = all.stream().filter(each -> each.setAside() != null).count();
        long upheld =
                history.marks(from, today).stream()
                        .filter(each -> each.kind() == MarkKind.UPHELD)
                        .count();
        return new Window(days, from, all.size() - setAside, setAside, upheld);
    }

    private record Target(long operator, String goodsClass) {
        static Target of(CountedFiling filing) {
            return new Target(
                    filing.operatorKey(), Objects.requireNonNullElse(filing.goodsClass(), ""));
        }
    }

    List<Operator> operators() {
        return groups(counted().collect(groupingBy(Target::of)))
                .map(
                        same ->
                                new Operator(
                                        same.get(same.size() - 1).filingId(),
                                        Target.of(same.get(0)).goodsClass(),
                                        since(90, same),
                                        same.size()))
                .toList();
    }

    List<Issue> issues() {
        return groups(
                        counted()
                                .filter(each -> each.familyId() != null)
                                .collect(groupingBy(CountedFiling::familyId)))
                .map(
                        same ->
                                new Issue(
                                        same.get(same.size() - 1).filingId(),
                                        since(30, same),
                                        same.size(),
                                        same.stream()
                                                .map(CountedFiling::operatorKey)
                                                .distinct()
                                                .count()))
                .toList();
    }

    List<Outcome> outcomes() {
        return Arrays.stream(MarkKind.values()).flatMap(this::outcome).toList();
    }

    private Stream<Outcome> outcome(MarkKind kind) {
        List<Mark> marks = history.marks().stream().filter(each -> each.kind() == kind).toList();
        return marks.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Outcome(
                                kind,
                                marks.size(),
                                marks.get(marks.size() - 1).on(),
                                kind == MarkKind.UPHELD));
    }

    private Stream<CountedFiling> counted() {
        return history.filings(first(YEAR), today).stream().filter(each -> each.setAside() == null);
    }

    private static Stream<List<CountedFiling>> groups(Map<?, List<CountedFiling>> all) {
        return all.values().stream()
                .filter(same -> same.size() >= LEAST)
                .sorted(
                        Comparator.comparing((List<CountedFiling> same) -> -same.size())
                                .thenComparing(same -> same.get(0).filingId()))
                .limit(MOST);
    }

    private long since(int days, List<CountedFiling> same) {
        return same.stream().filter(each -> !each.receivedOn().isBefore(first(days))).count();
    }

    private LocalDate first(int days) {
        return today.minusDays(days - 1L);
    }
}
