package io.mingjian.registry.criteria;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.criteria.Criterion.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a criterion as it is proposed. What it leaves out of {@code strictly}, {@code
 * minimumSample} and {@code alone} stays as in the version before, so that changing a line never
 * takes a safeguard away unseen.
 */
@Schema(name = "CriterionProposal", description = "判定标准新版本 / A new version of a criterion")
record CriterionProposal(
        @Nullable Integer windowDays,
        @Nullable @Schema(description = "关注线；可以不设") BigDecimal watch,
        @Nullable @Schema(description = "复核线") BigDecimal review,
        @Nullable @Schema(description = "须超过（而非达到）该线；不填则同上一版本") Boolean strictly,
        @Nullable @Schema(description = "最小样本数；不填则同上一版本") Integer minimumSample,
        @Nullable @Schema(description = "能否单独提请复核；不填则同上一版本") Boolean alone,
        @Nullable String basis,
        @Nullable
                @Schema(
                        description = "依据的效力；不填为ASSUMPTION",
                        enumeration = {"LAW", "ORDER", "ASSUMPTION"})
                String status,
        @Nullable LocalDate validFrom,
        @Nullable @Schema(description = "最后适用日；不填为长期") LocalDate validUntil,
        @Nullable @Schema(description = "与上一版本之间确需留出空档") Boolean gapIntended) {

    private static final int LONGEST_BASIS = 500;
    private static final int MOST_DAYS = 1_096;
    private static final int LARGEST_SAMPLE = 1_000;
    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);

    /**
     * The draft that follows a version of the same criterion.
     *
     * @throws Invalid naming every fault
     */
    Criterion read(Criterion before, String proposedBy, Instant at) {
        Faults faults = new Faults();
        boolean definition = before.metric() == Metric.CONDUCT_DEFINITION;
        int days = between("/windowDays", windowDays, MOST_DAYS, "统计期间（日）", faults);
        checkLines(definition, faults);
        int sample =
                minimumSample == null
                        ? before.minimumSample()
                        : between("/minimumSample", minimumSample, LARGEST_SAMPLE, "最小样本数", faults);
        boolean byItself = alone == null ? before.alone() : alone;
        if (byItself && !before.metric().restsOnPeople()) {
            faults.add(
                    "/alone",
                    "counts-only",
                    "该标准仅为统计，不得单独提请复核。",
                    "A criterion that only counts may not propose by itself.");
        }
        Optional<String> ground = faults.required("/basis", basis, LONGEST_BASIS, "依据");
        Status firmness =
                faults.code("/status", Status.class, status, "依据的效力").orElse(Status.ASSUMPTION);
        checkTerm(LegalDay.of(at), faults);
        faults.refuseIfAny();
        return new Criterion(
                before.code(),
                before.version() + 1,
                before.metric(),
                days,
                watch,
                review,
                strictly == null ? before.strictly() : strictly,
                sample,
                byItself,
                ground.orElseThrow(),
                firmness,
                Optional.ofNullable(validFrom).orElseThrow(),
                validUntil,
                Boolean.TRUE.equals(gapIntended),
                proposedBy,
                at,
                null,
                null);
    }

    private void checkLines(boolean definition, Faults faults) {
        if (definition) {
            refuseLine("/watch", watch, faults);
            refuseLine("/review", review, faults);
            return;
        }
        if (review == null) {
            faults.add("/review", "required", "请填写复核线。", "A line of review is required.");
        }
        checkLine("/watch", watch, "关注线", faults);
        checkLine("/review", review, "复核线", faults);
        if (watch != null && review != null && review.compareTo(watch) < 0) {
            faults.add("/review", "below-watch", "复核线不得低于关注线。", "Must not be below watch.");
        }
    }

    private static void refuseLine(String pointer, @Nullable BigDecimal line, Faults faults) {
        if (line != null) {
            faults.add(pointer, "not-for-a-definition", "行为定义不设数值。", "A definition has no lines.");
        }
    }

    private static void checkLine(
            String pointer, @Nullable BigDecimal line, String zh, Faults faults) {
        boolean ok =
                line == null
                        || (line.signum() > 0
                                && line.compareTo(HIGHEST) <= 0
                                && line.scale() <= MOST_DECIMALS);
        if (!ok) {
            faults.add(
                    pointer,
                    "out-of-range",
                    zh + "须大于0、不超过" + HIGHEST + "，至多" + MOST_DECIMALS + "位小数。",
                    "Must be above 0, at most " + HIGHEST + ", with few decimals.");
        }
    }

    private void checkTerm(LocalDate today, Faults faults) {
        if (validFrom == null || validFrom.isBefore(today)) {
            faults.add(
                    "/validFrom",
                    "not-in-the-past",
                    "生效日期须填写，且不得早于今天。",
                    "The first day is required and must not lie in the past.");
        } else if (validUntil != null && validUntil.isBefore(validFrom)) {
            faults.add(
                    "/validUntil",
                    "before-first-day",
                    "最后适用日不得早于生效日期。",
                    "The last day must not lie before the first.");
        }
    }

    private static int between(
            String pointer, @Nullable Integer value, int most, String zh, Faults faults) {
        if (value == null || value < 1 || value > most) {
            faults.add(
                    pointer,
                    "out-of-range",
                    zh + "须在1至" + most + "之间。",
                    "Must lie between 1 and " + most + ".");
            return 0;
        }
        return value;
    }
}
