package io.mingjian.registry.criteria;

import io.mingjian.registry.criteria.Finding.Inputs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a criterion: dated parameters with a basis.
 *
 * @param metric what is counted
 * @param windowDays natural days, the day of evaluation included
 * @param watch line from which filings carry a hint; absent if the criterion has none
 * @param review line from which a candidate may be proposed; absent for a definition
 * @param strictly whether a line is reached only by more than it says
 * @param minimumSample below as many filings or facts nothing is said
 * @param alone whether it proposes by itself; else another criterion must point the same way
 * @param basis where the numbers come from
 * @param status LAW, ORDER or ASSUMPTION; an assumption is shown as such
 * @param validFrom first day of use, once activated
 * @param validUntil last day of use; absent while it is open
 * @param gapIntended whether days without a version before it are meant
 * @param activatedBy second person; absent for a draft
 */
public record Criterion(
        String code,
        int version,
        Metric metric,
        int windowDays,
        @Nullable BigDecimal watch,
        @Nullable BigDecimal review,
        boolean strictly,
        int minimumSample,
        boolean alone,
        String basis,
        Status status,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean gapIntended,
        String proposedBy,
        Instant proposedAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt) {

    /** As many submissions are named behind a finding; the later ones tell more. */
    private static final int MOST_EVIDENCE = 100;

    /** How firm the ground of a criterion is. */
    public enum Status {
        LAW,
        ORDER,
        ASSUMPTION
    }

    /** How much a hit asks for. */
    public enum Level {
        WATCH("关注线"),
        REVIEW("复核线");

        private final String zh;

        Level(String zh) {
            this.zh = zh;
        }
    }

    public boolean isActive() {
        return activatedBy != null;
    }

    /** Whether it is in use on a day, once activated. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** First day of the window that ends on {@code day}. */
    public LocalDate windowStart(LocalDate day) {
        return day.minusDays(windowDays - 1L);
    }

    /**
     * The finding for what was seen in the window that ends on {@code day}, if it reaches a line.
     */
    Optional<Finding> judge(Observation seen, LocalDate day) {
        if (seen.sample() < minimumSample) {
            return Optional.empty();
        }
        return reached(Level.REVIEW, review, seen, day)
                .or(() -> reached(Level.WATCH, watch, seen, day));
    }

    private Optional<Finding> reached(
            Level level, @Nullable BigDecimal line, Observation seen, LocalDate day) {
        return Optional.ofNullable(line)
                .filter(each -> seen.value().compareTo(each) >= (strictly ? 1 : 0))
                .map(each -> finding(level, each, seen, day));
    }

    private Finding finding(Level level, BigDecimal line, Observation seen, LocalDate day) {
        List<UUID> all = seen.evidence();
        Inputs inputs =
                new Inputs(
                        seen.value(),
                        seen.sample(),
                        windowDays,
                        windowStart(day),
                        day,
                        watch,
                        review,
                        strictly,
                        List.copyOf(
                                all.subList(Math.max(0, all.size() - MOST_EVIDENCE), all.size())));
        return new Finding(this, level, inputs, explain(level, line, inputs));
    }

    private String explain(Level level, BigDecimal line, Inputs inputs) {
        return (metric.isToDate()
                        ? "截至%s，".formatted(inputs.to())
                        : "自%s至%s的%d日内，".formatted(inputs.from(), inputs.to(), windowDays))
                + metric.zh(plain(inputs.observed()))
                + "，%s判定标准%s第%d版的%s（%s%s）。"
                        .formatted(
                                strictly ? "超过" : "达到",
                                code,
                                version,
                                level.zh,
                                plain(line),
                                metric.unit())
                + (metric.restsOnPeople() ? "" : "该情况本身不说明所反映的事项不实；")
                + "本提示只提请工作人员复核，不影响每件投诉举报依法受理和核查。依据："
                + basis
                + (status == Status.ASSUMPTION ? "（参数为暂定值）。" : "。");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
