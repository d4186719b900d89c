package io.mingjian.detection.generation;

import io.mingjian.detection.generation.GenerationRequests.Figure;
import io.mingjian.detection.generation.GenerationRequests.Kept;
import io.mingjian.detection.prompt.Evasion;
import io.mingjian.detection.prompt.LabelDuty;
import io.mingjian.detection.prompt.PromptCategory;
import io.mingjian.detection.prompt.PromptField;
import io.mingjian.detection.prompt.PromptRule;
import io.mingjian.detection.prompt.Reading.CategoryRisk;
import io.mingjian.detection.prompt.Reason;
import io.mingjian.detection.prompt.Risk;
import io.mingjian.kit.time.LegalDay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the doors of this room answer. */
final class GenerationViews {
    private GenerationViews() {}

    /**
     * What a request was read as. The reasons are told once, with the answer to the request, and
     * not kept.
     *
     * @param reasons point into the texts that were sent; absent when it is asked for later
     * @param notice what this is and what it is not
     */
    @Schema(name = "GenerationReading", description = "生成请求的风险提示 / What a request was read as")
    record GenerationView(
            UUID id,
            String requestNo,
            Risk risk,
            List<CategoryRisk> categories,
            List<Evasion> evasions,
            @Nullable List<ReasonView> reasons,
            List<LabelDuty> labelDuties,
            String notice,
            String ruleVersion,
            OffsetDateTime receivedAt) {

        static GenerationView of(PromptRule rule, Kept kept, @Nullable List<Reason> reasons) {
            return new GenerationView(
                    kept.id(),
                    kept.requestNo(),
                    kept.risk(),
                    kept.categories(),
                    kept.evasions(),
                    reasons == null ? null : reasons.stream().map(ReasonView::of).toList(),
                    rule.labelDuties(),
                    rule.notice(),
                    kept.ruleVersion(),
                    kept.receivedAt().atZone(LegalDay.ZONE).toOffsetDateTime());
        }
    }

    /**
     * One thing that was seen.
     *
     * @param term the word of the rule; the words of the request stand at the place and are not
     *     repeated
     * @param offset in UTF-16 units, as JavaScript and Java count
     */
    @Schema(name = "GenerationReason", description = "依据 / One thing that was seen")
    record ReasonView(
            String cue,
            @Nullable String term,
            @Nullable PromptField field,
            @Nullable Integer offset,
            @Nullable Integer length,
            List<Evasion> evasions,
            String supports,
            String doesNotProve) {

        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.cue(),
                    reason.term(),
                    reason.field(),
                    reason.offset(),
                    reason.length(),
                    reason.evasions().stream().sorted().toList(),
                    reason.supports(),
                    reason.doesNotProve());
        }
    }

    /**
     * Figures over days.
     *
     * @param fewestAccounts numbers of accounts below this are not told
     */
    @Schema(name = "GenerationStatistics", description = "生成请求统计 / Figures over days")
    record StatisticsView(
            LocalDate from, LocalDate to, int fewestAccounts, List<StatisticsRow> rows) {
        static final int FEWEST_ACCOUNTS = 5;

        static StatisticsView of(LocalDate from, LocalDate to, List<Figure> figures) {
            return new StatisticsView(
                    from, to, FEWEST_ACCOUNTS, figures.stream().map(StatisticsRow::of).toList());
        }
    }

    /**
     * A request that two categories apply to counts in both rows.
     *
     * @param category absent for requests to which none applied
     * @param accounts absent where there are few
     */
    @Schema(name = "GenerationStatisticsRow")
    record StatisticsRow(
            LocalDate day,
            String provider,
            @Nullable PromptCategory category,
            Risk risk,
            long requests,
            @Nullable Long accounts) {

        static StatisticsRow of(Figure figure) {
            return new StatisticsRow(
                    figure.day(),
                    figure.organisation(),
                    figure.category(),
                    figure.risk(),
                    figure.requests(),
                    figure.accounts() < StatisticsView.FEWEST_ACCOUNTS ? null : figure.accounts());
        }
    }
}
