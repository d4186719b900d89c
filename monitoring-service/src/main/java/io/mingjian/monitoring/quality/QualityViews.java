package io.mingjian.monitoring.quality;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.quality.QualityFigures.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class QualityViews {
    private QualityViews() {}

    /** Figures of a period. */
    @Schema(
            description =
                    "按线索提交日（北京时间）统计；公式取统计期最后一日有效的版本 / by day of submission; formulas as in force on the last day")
    record QualityView(
            LocalDate from,
            LocalDate to,
            @Schema(description = "公式版本按此日确定 / the day whose versions are used")
                    LocalDate formulasAsOf,
            List<AgencyFigures> agencies,
            @Schema(description = "全部机构合计，仅市局可见 / all agencies together, for the city alone")
                    @Nullable List<FigureView> total) {}

    /** One agency. */
    record AgencyFigures(String agency, List<FigureView> figures) {}

    /**
     * A figure.
     *
     * @param value four digits after the point; absent if there is nothing to divide by
     * @param words the figure as it would be read out, with how it was counted
     */
    record FigureView(
            String code,
            String zh,
            long numerator,
            long denominator,
            @Nullable BigDecimal value,
            int formulaVersion,
            LocalDate validFrom,
            String basis,
            LimitStatus status,
            String words) {
        static FigureView of(Formula formula, Count count) {
            BigDecimal value = share(count);
            return new FigureView(
                    formula.code(),
                    formula.zh(),
                    count.numerator(),
                    count.denominator(),
                    value,
                    formula.version(),
                    formula.validFrom(),
                    formula.basis(),
                    formula.status(),
                    words(formula, count, value));
        }

        private static @Nullable BigDecimal share(Count count) {
            return count.denominator() == 0
                    ? null
                    : BigDecimal.valueOf(count.numerator())
                            .divide(
                                    BigDecimal.valueOf(count.denominator()),
                                    4,
                                    RoundingMode.HALF_UP);
        }

        private static String words(Formula formula, Count count, @Nullable BigDecimal value) {
            String result =
                    value == null
                            ? "分母为零，不计算"
                            : value.movePointRight(2).setScale(2, RoundingMode.UNNECESSARY) + "%";
            return "%s＝%s（%d 条）÷ %s（%d 条）：%s；公式第 %d 版，%s 起施行"
                    .formatted(
                            formula.zh(),
                            formula.numerator().zh(),
                            count.numerator(),
                            formula.denominator().zh(),
                            count.denominator(),
                            result,
                            formula.version(),
                            formula.validFrom());
        }
    }

    /** A lead that a figure counts; what else is known of it is read under its own address. */
    record CountedLead(
            UUID id,
            String leadNo,
            String agency,
            String findingNo,
            UUID instructionId,
            String instructionNo,
            OffsetDateTime submittedAt) {}

    /** A version of a formula. */
    @Schema(description = "质量指标公式的一个版本 / a version of a formula")
    record FormulaView(
            String code,
            String zh,
            String en,
            int version,
            LocalDate validFrom,
            SetView numerator,
            SetView denominator,
            String basis,
            LimitStatus status) {
        static FormulaView of(Formula formula) {
            return new FormulaView(
                    formula.code(),
                    formula.zh(),
                    formula.en(),
                    formula.version(),
                    formula.validFrom(),
                    SetView.of(formula.numerator()),
                    SetView.of(formula.denominator()),
                    formula.basis(),
                    formula.status());
        }
    }

    /** A set of leads; all conditions hold. */
    record SetView(String zh, String en, List<ConditionView> where) {
        static SetView of(LeadSet set) {
            return new SetView(
                    set.zh(), set.en(), set.where().stream().map(ConditionView::of).toList());
        }
    }

    /** A condition: the fact is one of these, or none of those. */
    record ConditionView(String fact, @Nullable List<String> in, @Nullable List<String> notIn) {
        static ConditionView of(Condition condition) {
            return new ConditionView(
                    condition.fact().name(),
                    condition.in() == null ? null : condition.in().stream().sorted().toList(),
                    condition.notIn() == null
                            ? null
                            : condition.notIn().stream().sorted().toList());
        }
    }
}
