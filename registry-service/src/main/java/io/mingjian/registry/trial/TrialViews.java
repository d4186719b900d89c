package io.mingjian.registry.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the doors of trials. */
final class TrialViews {
    /** Longer periods tell no more and take their time. */
    private static final int MOST_DAYS = 3 * 366;

    private TrialViews() {}

    /** What is to be tried. */
    @Schema(name = "TrialRequest", description = "检验判定标准的一个版本 / Try a version of a criterion")
    record TrialRequest(
            @Nullable TrialKind kind,
            @Nullable String code,
            @Nullable Integer version,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /**
         * @throws Invalid naming every fault
         */
        Trial read(UUID id, String by, Instant at) {
            List<FieldError> faults = new ArrayList<>();
            need(kind, "/kind", "请选择试运行或者回溯检验。", faults);
            need(code, "/code", "请填写判定标准的代码。", faults);
            need(version, "/version", "请填写版本号。", faults);
            need(from, "/from", "请填写期间的第一日。", faults);
            need(to, "/to", "请填写期间的最后一日。", faults);
            if (from != null && to != null) {
                period(from, to, LegalDay.of(at), faults);
            }
            if (!faults.isEmpty()
                    || kind == null
                    || code == null
                    || version == null
                    || from == null
                    || to == null) {
                throw new Invalid(faults);
            }
            return new Trial(
                    id,
                    kind,
                    code,
                    version,
                    from,
                    to,
                    by,
                    at,
                    null,
                    null,
                    new UUID(0, 0),
                    0,
                    0,
                    0,
                    null);
        }

        private static void need(
                @Nullable Object value, String pointer, String zh, List<FieldError> faults) {
            if (value == null) {
                faults.add(new FieldError(pointer, "required", zh, "Is required."));
            }
        }

        private static void period(
                LocalDate from, LocalDate to, LocalDate today, List<FieldError> faults) {
            if (to.isBefore(from)) {
                faults.add(
                        new FieldError(
                                "/to", "before-from", "最后一日不得早于第一日。", "Must not be before from."));
            } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                faults.add(
                        new FieldError(
                                "/to", "too-long", "期间最长三年。", "A period of at most three years."));
            }
            if (to.isAfter(today)) {
                faults.add(
                        new FieldError(
                                "/to",
                                "in-the-future",
                                "最后一日不得晚于今天：只能用已经发生的投诉举报检验。",
                                "Only what has happened can be replayed."));
            }
        }
    }

    /**
     * A trial with its progress.
     *
     * @param persons who filed in the period, as far as they were looked at
     */
    @Schema(name = "Trial", description = "判定标准的检验 / A trial of a version")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrialView(
            UUID id,
            TrialKind kind,
            String kindName,
            String code,
            int version,
            LocalDate from,
            LocalDate to,
            String requestedBy,
            OffsetDateTime requestedAt,
            @Nullable OffsetDateTime finishedAt,
            int percent,
            long persons,
            long filings,
            @Nullable TrialResult result) {

        static TrialView of(Trial trial) {
            return new TrialView(
                    trial.id(),
                    trial.kind(),
                    trial.kind().zh(),
                    trial.code(),
                    trial.version(),
                    trial.from(),
                    trial.to(),
                    trial.requestedBy(),
                    local(trial.requestedAt()),
                    trial.finishedAt() == null ? null : local(trial.finishedAt()),
                    trial.percent(),
                    trial.persons(),
                    trial.filings(),
                    trial.result());
        }
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
