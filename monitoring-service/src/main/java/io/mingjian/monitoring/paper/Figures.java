package io.mingjian.monitoring.paper;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a closing report says in figures, with the first leads of its list. It is kept with the
 * order, so that every file of the report says the same.
 *
 * @param byState and the others: how many leads, by code
 * @param byMeasure principal measures alone
 * @param measures all measures of the disposals that stand
 * @param matrix how many leads of an agency went to a district
 * @param unqualified without use, by the quality review
 * @param supplemented leads that were returned for supplement at least once
 * @param gatheredAt when the leads were read
 * @param agencyNames by id, of those that are registered
 * @param first as many as the printed list takes
 */
record Figures(
        long total,
        Map<String, Long> byState,
        Map<String, Long> byViolation,
        Map<String, Long> byPlatform,
        Map<String, Long> byAgency,
        Map<String, Long> byDistrict,
        Map<String, Long> byMeasure,
        List<MeasureCount> measures,
        Map<String, Map<String, Long>> matrix,
        long duplicates,
        long unqualified,
        long supplemented,
        long overdue,
        long outsideScope,
        long aiRelated,
        Span toDisposal,
        Span toClosing,
        Instant gatheredAt,
        Map<String, String> agencyNames,
        List<LeadLine> first) {

    /** Figures that were kept before all measures were counted have the principal ones alone. */
    Figures {
        measures =
                measures != null
                        ? List.copyOf(measures)
                        : byMeasure.entrySet().stream()
                                .map(
                                        each ->
                                                new MeasureCount(
                                                        Tally.NOBODY,
                                                        Tally.NOBODY,
                                                        each.getKey(),
                                                        each.getValue(),
                                                        0))
                                .toList();
    }

    /** All measures by their kind, the most frequent first. */
    List<MeasureCount> measuresByCode() {
        return MeasureCount.sums(measures, MeasureCount::code).stream()
                .sorted(
                        Comparator.comparing(MeasureCount::total)
                                .reversed()
                                .thenComparing(MeasureCount::code))
                .toList();
    }

    /** All measures by who decided, then by their kind. */
    List<MeasureCount> measuresByBureau() {
        return MeasureCount.sums(measures, each -> List.of(each.bureau(), each.code())).stream()
                .sorted(
                        Comparator.comparing(MeasureCount::bureau)
                                .thenComparing(MeasureCount::code))
                .toList();
    }

    /** All measures by whose leads they are about, then by their kind. */
    List<MeasureCount> measuresByAgency() {
        return MeasureCount.sums(measures, each -> List.of(each.agency(), each.code())).stream()
                .sorted(
                        Comparator.comparing(MeasureCount::agency)
                                .thenComparing(MeasureCount::code))
                .toList();
    }

    /** An agency by its registered name and its id. */
    String agency(String id) {
        return Words.agency(id, agencyNames);
    }

    /** How long something took, over the leads that came so far. */
    record Span(long leads, double averageHours, double longestHours) {}
}
