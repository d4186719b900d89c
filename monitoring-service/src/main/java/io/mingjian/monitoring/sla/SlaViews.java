package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class SlaViews {
    private SlaViews() {}

    /**
     * A task and its time.
     *
     * @param term length of the limit in force today, as {@code 3WD}
     * @param limitBasis where the length is written
     */
    @Schema(description = "任务时限：由谁、何时起算、何时止、时长与依据 / who has how long for what, from when till when")
    record SlaTaskView(
            String task,
            String zh,
            SlaTask.Party who,
            String whoZh,
            String limit,
            @Nullable String term,
            String startsWith,
            String endsWith,
            @Nullable String limitBasis,
            @Nullable LimitStatus limitStatus,
            String basis,
            LimitStatus status) {
        static SlaTaskView of(SlaTask task, Optional<LegalLimit> limit) {
            return new SlaTaskView(
                    task.task(),
                    task.zh(),
                    task.who(),
                    task.who().zh(),
                    task.limit(),
                    limit.map(LegalLimit::term).orElse(null),
                    task.startsWith(),
                    task.endsWith(),
                    limit.map(LegalLimit::basis).orElse(null),
                    limit.map(LegalLimit::status).orElse(null),
                    task.basis(),
                    task.status());
        }
    }

    /** Punctuality of what began within these days. */
    @Schema(description = "按任务起算日统计 / of tasks whose time began within these days")
    record PunctualityView(LocalDate from, LocalDate to, LocalDate asOf, List<TaskCount> tasks) {}

    /**
     * One task of one holder.
     *
     * @param doneInTime ended on the last day or before
     * @param openLate still to be done, and the last day has passed
     * @param takenOverLate was late already when this holder took it over, so it counts for nobody
     * @param punctuality done in time of all that is done or late; absent if nothing is
     */
    record TaskCount(
            String task,
            String zh,
            String holder,
            long doneInTime,
            long doneLate,
            long open,
            long openLate,
            long takenOverLate,
            @Nullable BigDecimal punctuality) {
        static TaskCount of(
                String task,
                String zh,
                String holder,
                long doneInTime,
                long doneLate,
                long open,
                long openLate,
                long takenOverLate) {
            long judged = doneInTime + doneLate + openLate;
            return new TaskCount(
                    task,
                    zh,
                    holder,
                    doneInTime,
                    doneLate,
                    open,
                    openLate,
                    takenOverLate,
                    judged == 0
                            ? null
                            : BigDecimal.valueOf(doneInTime)
                                    .divide(BigDecimal.valueOf(judged), 4, RoundingMode.HALF_UP));
        }
    }
}
