package io.mingjian.monitoring.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How often a bureau took a measure about an agency's leads. Whatever a report shows of measures is
 * a sum of these, so its figures add up whichever way they are cut.
 *
 * @param bureau organisation that decided
 * @param principal leads whose disposal this measure is in the main
 * @param further times it was taken beside another one
 */
record MeasureCount(String agency, String bureau, String code, long principal, long further) {
    long total() {
        return principal + further;
    }

    MeasureCount and(MeasureCount other) {
        return new MeasureCount(
                agency, bureau, code, principal + other.principal, further + other.further);
    }

    /** Sums of those that are alike by this, in the order in which they come. */
    static List<MeasureCount> sums(List<MeasureCount> counts, Function<MeasureCount, Object> by) {
        Map<Object, MeasureCount> sums = new LinkedHashMap<>();
        counts.forEach(each -> sums.merge(by.apply(each), each, MeasureCount::and));
        return List.copyOf(sums.values());
    }
}
