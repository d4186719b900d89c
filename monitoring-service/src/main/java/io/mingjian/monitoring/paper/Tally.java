package io.mingjian.monitoring.paper;

import io.mingjian.monitoring.finding.Platforms;
import io.mingjian.monitoring.lead.LeadState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts leads while they pass by once: what it holds grows with the number of districts and
 * agencies, not with that of leads.
 */
final class Tally {
    /** So many leads the printed list takes; the sheet has all. */
    static final int MOST_PRINTED = 1_000;

    /** Where a lead went that nobody got. */
    static final String NOBODY = "";

    /** In place of a district's code, where the city took the lead over: as the board counts it. */
    static final String CITY = "CITY";

    private final Map<String, Long> byState = new TreeMap<>();
    private final Map<String, Long> byViolation = new TreeMap<>();
    private final Map<String, Long> byPlatform = new TreeMap<>();
    private final Map<String, String> platforms = new HashMap<>();
    private final Map<String, Long> byAgency = new TreeMap<>();
    private final Map<String, Long> byDistrict = new TreeMap<>();
    private final Map<String, Long> byMeasure = new TreeMap<>();
    private final Map<List<String>, MeasureCount> measures = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> matrix = new TreeMap<>();
    private final Time toDisposal = new Time();
    private final Time toClosing = new Time();
    private final List<LeadLine> first = new ArrayList<>();
    private long total;
    private long duplicates;
    private long unqualified;
    private long supplemented;
    private long overdue;
    private long outsideScope;
    private long aiRelated;

    void add(LeadLine lead) {
        total++;
        String district = lead.district() == null ? NOBODY : lead.district();
        count(byState, lead.state());
        count(byViolation, lead.violation());
        count(byPlatform, platform(lead.platform()));
        count(byAgency, lead.agency());
        count(byDistrict, district);
        if (lead.measure() != null) {
            count(byMeasure, lead.measure());
        }
        countMeasures(lead);
        count(matrix.computeIfAbsent(lead.agency(), none -> new TreeMap<>()), district);
        duplicates += lead.state().equals(LeadState.DUPLICATE.name()) ? 1 : 0;
        unqualified += lead.state().equals(LeadState.UNQUALIFIED.name()) ? 1 : 0;
        supplemented += lead.supplements() > 0 ? 1 : 0;
        overdue += lead.overdue() ? 1 : 0;
        outsideScope += lead.outsideScope() ? 1 : 0;
        aiRelated += lead.aiRelated() ? 1 : 0;
        toDisposal.add(lead.assignedAt(), lead.decidedAt());
        toClosing.add(lead.submittedAt(), lead.closedAt());
        if (first.size() < MOST_PRINTED) {
            first.add(lead);
        }
    }

    Set<String> agencies() {
        return byAgency.keySet();
    }

    Figures figures(Instant gatheredAt, Map<String, String> agencyNames) {
        return new Figures(
                total,
                byState,
                byViolation,
                byPlatform,
                byAgency,
                byDistrict,
                byMeasure,
                List.copyOf(measures.values()),
                matrix,
                duplicates,
                unqualified,
                supplemented,
                overdue,
                outsideScope,
                aiRelated,
                toDisposal.span(),
                toClosing.span(),
                gatheredAt,
                agencyNames,
                first);
    }

    /** Of the disposal that stands: the first is the principal one. */
    private void countMeasures(LeadLine lead) {
        String bureau = lead.decidedBy() == null ? NOBODY : lead.decidedBy();
        for (int at = 0; at < lead.measures().size(); at++) {
            String code = lead.measures().get(at);
            measures.merge(
                    List.of(lead.agency(), bureau, code),
                    new MeasureCount(lead.agency(), bureau, code, at == 0 ? 1 : 0, at == 0 ? 0 : 1),
                    MeasureCount::and);
        }
    }

    /** As it was written first: agencies differ in capitals and spaces. */
    private @Nullable String platform(@Nullable String written) {
        return written == null
                ? null
                : platforms.computeIfAbsent(Platforms.folded(written), none -> written.strip());
    }

    private static void count(Map<String, Long> counts, @Nullable String code) {
        counts.merge(code == null ? NOBODY : code, 1L, Long::sum);
    }

    private static final class Time {
        private long leads;
        private double hours;
        private double longest;

        void add(@Nullable Instant from, @Nullable Instant to) {
            if (from == null || to == null || to.isBefore(from)) {
                return;
            }
            double took = Duration.between(from, to).toMinutes() / 60.0;
            leads++;
            hours += took;
            longest = Math.max(longest, took);
        }

        Figures.Span span() {
            return new Figures.Span(leads, leads == 0 ? 0 : tenths(hours / leads), tenths(longest));
        }

        private static double tenths(double hours) {
            return Math.round(hours * 10) / 10.0;
        }
    }
}
