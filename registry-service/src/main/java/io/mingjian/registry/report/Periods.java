package io.mingjian.registry.report;

import static io.mingjian.registry.report.ReportLifecycle.LIMITS;

import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.RunningClocks;
import java.time.LocalDate;

/** How long the periods of a report are, and whether they have passed. */
final class Periods {
    private Periods() {}

    /**
     * The length of a clock that starts on a day. A clue found in mediation is verified by another
     * article (Order 121 Art 27), under the same name.
     */
    static LegalLimit of(LimitName limit, boolean foundInMediation, LocalDate on) {
        if (limit != ReportLimit.VERIFICATION || !foundInMediation) {
            return LIMITS.at((ReportLimit) limit, on);
        }
        LegalLimit row = LIMITS.at(ReportLimit.CLUE_VERIFICATION, on);
        return new LegalLimit(
                limit.name(), row.amount(), row.unit(), row.basis(), row.status(), row.validFrom());
    }

    /** The last day; today if the clock does not run. */
    static LocalDate due(RunningClocks clocks, LimitName limit, Moment now) {
        return clocks.of(limit, now.calendar(), now.today())
                .map(DueView::dueOn)
                .orElse(now.today());
    }

    static boolean isPast(RunningClocks clocks, LimitName limit, Moment now) {
        return now.today().isAfter(due(clocks, limit, now));
    }

    /**
     * More time is given before the time has passed.
     *
     * @throws Conflict if it has
     */
    static void requireNotPast(RunningClocks clocks, ReportLimit limit, Moment now) {
        if (isPast(clocks, limit, now)) {
            throw new Conflict(
                    "period-passed",
                    limit.zh() + "已于" + due(clocks, limit, now) + "届满，不能再延长。",
                    "The period has passed; it can no longer be extended.");
        }
    }
}
