package io.mingjian.registry.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a criterion: dated parameters with a basis.
 *
 * @param metric what is counted
 * @param windowDays natural days, the day of evaluation included
 * @param watch count from which filings carry a hint
 * @param review count from which a candidate is proposed
 * @param basis where the numbers come from
 * @param status LAW, ORDER or ASSUMPTION; an assumption is shown as such
 * @param validFrom first day of use, once activated
 * @param activatedBy second person; absent for a draft
 */
record Criterion(
        String code,
        int version,
        Metric metric,
        int windowDays,
        int watch,
        int review,
        String basis,
        Status status,
        LocalDate validFrom,
        String proposedBy,
        Instant proposedAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt) {

    /**
     * What a criterion counts. A new metric is a constant here and a case in {@link Evaluation}.
     */
    enum Metric {
        /** Submissions of one resolved person; a mixed filing counts once. */
        SUBMISSIONS_OF_FILER
    }

    /** How firm the ground of a criterion is. */
    enum Status {
        LAW,
        ORDER,
        ASSUMPTION
    }

    /** How much a hit asks for. */
    enum Level {
        WATCH("关注线"),
        REVIEW("复核线");

        private final String zh;

        Level(String zh) {
            this.zh = zh;
        }
    }

    boolean isActive() {
        return activatedBy != null;
    }

    /** First day of the window that ends on {@code day}. */
    LocalDate windowStart(LocalDate day) {
        return day.minusDays(windowDays - 1L);
    }

    /**
     * The finding for what was observed in the window that ends on {@code day}, if it reaches a
     * line.
     */
    Optional<Finding> evaluate(long observed, LocalDate day) {
        if (observed >= review) {
            return Optional.of(finding(Level.REVIEW, review, observed, day));
        }
        if (observed >= watch) {
            return Optional.of(finding(Level.WATCH, watch, observed, day));
        }
        return Optional.empty();
    }

    /** The values a hit saw. */
    record Inputs(
            long observed, int windowDays, LocalDate from, LocalDate to, int watch, int review) {}

    /** A hit before it is stored. */
    record Finding(Level level, Inputs inputs, String explanation) {}

    private Finding finding(Level level, int line, long observed, LocalDate day) {
        Inputs inputs = new Inputs(observed, windowDays, windowStart(day), day, watch, review);
        return new Finding(level, inputs, explain(level, line, inputs));
    }

    private String explain(Level level, int line, Inputs inputs) {
        return "自%s至%s的%d日内，您共提交投诉举报%d次（混合提出的计一次），达到判定标准%s第%d版的%s（%d次）。"
                        .formatted(
                                inputs.from(),
                                inputs.to(),
                                inputs.windowDays(),
                                inputs.observed(),
                                code,
                                version,
                                level.zh,
                                line)
                + "次数多本身不说明所反映的事项不实；该提示只提请工作人员复核，不影响每件投诉举报依法受理和核查。依据："
                + basis
                + (status == Status.ASSUMPTION ? "（参数为暂定值）。" : "。");
    }
}
