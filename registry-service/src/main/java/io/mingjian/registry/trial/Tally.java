package io.mingjian.registry.trial;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one rule set would have done.
 *
 * @param proposed persons, each counted once, at its first proposal
 * @param byMonth of the first proposal
 * @param byCriteria persons by the criteria that reached a line together
 * @param byVerdict persons by what people said later; empty for a shadow run
 * @param withUpheld proposed persons who have at least one upheld filing in the period
 */
@Schema(name = "TrialTally", description = "一组标准的提请结果 / What one rule set would have proposed")
record Tally(
        RuleSet rules,
        long proposed,
        SortedMap<YearMonth, Long> byMonth,
        SortedMap<String, Long> byCriteria,
        Map<Verdict, Long> byVerdict,
        long withUpheld) {

    /** A person that was proposed, and what became of it. */
    record Case(Proposed proposed, Verdict verdict) {}

    static Tally of(RuleSet rules, Collection<Case> all, boolean withVerdicts) {
        SortedMap<YearMonth, Long> months = new TreeMap<>();
        SortedMap<String, Long> criteria = new TreeMap<>();
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        long upheld = 0;
        for (Case each : all) {
            months.merge(YearMonth.from(each.proposed().on()), 1L, Long::sum);
            criteria.merge(each.proposed().criteria(), 1L, Long::sum);
            if (withVerdicts) {
                verdicts.merge(each.verdict(), 1L, Long::sum);
            }
            upheld += each.proposed().upheld() > 0 ? 1 : 0;
        }
        return new Tally(rules, all.size(), months, criteria, verdicts, upheld);
    }

    long of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0L);
    }

    Precision precision() {
        return Precision.of(of(Verdict.LISTED), of(Verdict.NOT_LISTED) + of(Verdict.REVOKED));
    }

    /** The most frequent combinations of criteria, the most frequent first. */
    List<Map.Entry<String, Long>> criteriaByNumber() {
        List<Map.Entry<String, Long>> entries = new ArrayList<>(byCriteria.entrySet());
        entries.sort(
                Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
        return entries;
    }
}
