package io.mingjian.monitoring.sampling;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.sampling.SamplingPlans.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How strictly an agency's next lot is sampled after one ended badly; data. */
final class SamplingSwitches {
    /** The table that ships with the service. */
    static final SamplingSwitches SHIPPED =
            new SamplingSwitches(RuleFile.read("/codes/sampling-switches.yaml", Row.class));

    private final List<Row> rows;

    SamplingSwitches(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalStateException("no rule of switching");
        }
        for (Row row : rows) {
            if (row.untilAccepted() < 1 || row.plan() == Plan.NORMAL) {
                throw new IllegalStateException("switches nothing: " + row);
            }
        }
        this.rows = List.copyOf(rows);
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * One rule.
     *
     * @param after the end of a lot from which it holds
     * @param plan by which the next lots are sampled at least
     * @param untilAccepted how many of them must be accepted for it to be over
     * @param zh what it says; has a place for that number
     */
    record Row(
            String id,
            SamplingState after,
            Plan plan,
            int untilAccepted,
            String zh,
            String basis,
            String status) {

        /**
         * The plan by which the next lot is opened.
         *
         * @param wanted what the reviewer asks for, if anything
         * @param accepted lots accepted since the last bad end, if there ever was one
         * @throws Invalid if the reviewer asks for less than the rule
         */
        Plan apply(@Nullable Plan wanted, Optional<Long> accepted) {
            Plan least =
                    accepted.filter(lots -> lots < untilAccepted).isPresent() ? plan : Plan.NORMAL;
            if (wanted == null) {
                return least;
            }
            if (wanted.compareTo(least) < 0) {
                throw new Invalid(
                        "/plan",
                        "plan-too-lenient",
                        String.format(Locale.ROOT, zh, untilAccepted)
                                + "（已合格 %d 批）".formatted(accepted.orElse(0L)),
                        "The agency's next lots are sampled by the plan " + plan + ".");
            }
            return wanted;
        }
    }
}
