package io.mingjian.registry.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known of one person, in the order of the days.
 *
 * @param filings each submission once, also where several filers of the person had a part in it
 */
public record History(UUID personId, List<CountedFiling> filings, List<Mark> marks) {

    /** Sorts what is given and leaves out what is there twice. */
    public static History of(UUID personId, List<CountedFiling> filings, List<Mark> marks) {
        return new History(
                personId,
                List.copyOf(
                        filings.stream()
                                .sorted(
                                        Comparator.comparing(CountedFiling::receivedOn)
                                                .thenComparing(CountedFiling::submissionId))
                                .collect(
                                        Collectors.toMap(
                                                CountedFiling::submissionId,
                                                each -> each,
                                                (first, again) -> first,
                                                LinkedHashMap::new))
                                .values()),
                marks.stream()
                        .sorted(Comparator.comparing(Mark::on).thenComparing(Mark::id))
                        .toList());
    }

    /** The filings of a span of days, both included. */
    public List<CountedFiling> filings(LocalDate from, LocalDate to) {
        return filings.stream().filter(each -> isWithin(each.receivedOn(), from, to)).toList();
    }

    /** The marks of a span of days, both included. */
    public List<Mark> marks(LocalDate from, LocalDate to) {
        return marks.stream().filter(each -> isWithin(each.on(), from, to)).toList();
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
