package io.mingjian.monitoring.campaign;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a report's fields must be to its campaign and to the other reports of its platform. */
final class ReportCheck {
    private ReportCheck() {}

    /**
     * @param corrected the report that this one takes the place of, if it is a correction
     * @throws Invalid with all faults at once
     */
    static void require(
            Period campaign,
            ReportChain reports,
            String platform,
            Period period,
            Figures figures,
            @Nullable UUID corrected,
            LocalDate today) {
        List<FieldError> errors = new ArrayList<>(figures.faults("/figures"));
        if (period.endsBeforeItBegins()) {
            errors.add(
                    fault(
                            "/period/to",
                            "before-start",
                            "统计期结束日不能早于开始日",
                            "It ends before it begins."));
        } else if (!campaign.covers(period)) {
            errors.add(
                    fault(
                            "/period",
                            "outside-campaign",
                            "统计期须在专项行动期间（%s 至 %s）之内".formatted(campaign.from(), campaign.to()),
                            "The period lies outside the campaign."));
        } else if (period.to().isAfter(today)) {
            errors.add(
                    fault("/period/to", "not-over", "统计期尚未结束，不能报送", "The period is not over yet."));
        } else {
            reports.meeting(platform, period, corrected)
                    .ifPresent(
                            other ->
                                    errors.add(
                                            fault(
                                                    "/period",
                                                    "overlaps",
                                                    "该平台 %s 至 %s 已有报送，统计期不得重叠；数字有误的，请更正原报送"
                                                            .formatted(
                                                                    other.period().from(),
                                                                    other.period().to()),
                                                    "The platform has reported part of this period; correct that report instead.")));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static FieldError fault(String pointer, String code, String zh, String en) {
        return new FieldError(pointer, code, zh, en);
    }
}
