package io.mingjian.registry.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Criterion.Metric;
import io.mingjian.registry.criteria.Criterion.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the criteria doors. */
final class CriterionViews {
    private CriterionViews() {}

    /** A version as officers see it; an ASSUMPTION shows a badge. */
    @Schema(name = "CriterionVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CriterionView(
            String code,
            int version,
            Metric metric,
            int windowDays,
            int watch,
            int review,
            String basis,
            Status status,
            LocalDate validFrom,
            boolean active,
            boolean inForce,
            String proposedBy,
            OffsetDateTime proposedAt,
            @Nullable String activatedBy,
            @Nullable OffsetDateTime activatedAt) {

        static CriterionView of(Criterion value, boolean inForce) {
            Instant activated = value.activatedAt();
            return new CriterionView(
                    value.code(),
                    value.version(),
                    value.metric(),
                    value.windowDays(),
                    value.watch(),
                    value.review(),
                    value.basis(),
                    value.status(),
                    value.validFrom(),
                    value.isActive(),
                    inForce,
                    value.proposedBy(),
                    value.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    value.activatedBy(),
                    activated == null ? null : activated.atZone(LegalDay.ZONE).toOffsetDateTime());
        }
    }

    /** The list of versions. */
    @Schema(name = "CriterionVersions")
    record CriterionList(List<CriterionView> items) {}

    /** A new version as proposed. */
    @Schema(name = "CriterionProposal", description = "判定标准新版本 / A new version of a criterion")
    record CriterionProposal(
            @Nullable Integer windowDays,
            @Nullable Integer watch,
            @Nullable Integer review,
            @Nullable String basis,
            @Nullable LocalDate validFrom) {

        /**
         * @throws Invalid naming every fault
         */
        Criterion read(String code, int version, String proposedBy, Instant at) {
            List<FieldError> faults = new ArrayList<>();
            int days = between("/windowDays", windowDays, 1, 1_096, "统计期间（日）", faults);
            int low = between("/watch", watch, 1, 100_000, "关注线", faults);
            int high = between("/review", review, 1, 100_000, "复核线", faults);
            if (low > 0 && high > 0 && high < low) {
                faults.add(
                        new FieldError(
                                "/review",
                                "below-watch",
                                "复核线不得低于关注线。",
                                "Must not be below watch."));
            }
            if (basis == null || basis.isBlank() || basis.length() > 500) {
                faults.add(
                        new FieldError(
                                "/basis",
                                "required",
                                "请填写依据（500字以内）。",
                                "A basis of at most 500 characters is required."));
            }
            if (validFrom == null || validFrom.isBefore(LegalDay.of(at))) {
                faults.add(
                        new FieldError(
                                "/validFrom",
                                "not-in-the-past",
                                "生效日期须填写，且不得早于今天。",
                                "The first day is required and must not lie in the past."));
            }
            if (!faults.isEmpty() || basis == null || validFrom == null) {
                throw new Invalid(faults);
            }
            return new Criterion(
                    code,
                    version,
                    Metric.SUBMISSIONS_OF_FILER,
                    days,
                    low,
                    high,
                    basis.strip(),
                    Status.ASSUMPTION,
                    validFrom,
                    proposedBy,
                    at,
                    null,
                    null);
        }

        private static int between(
                String pointer,
                @Nullable Integer value,
                int least,
                int most,
                String zh,
                List<FieldError> faults) {
            if (value == null || value < least || value > most) {
                faults.add(
                        new FieldError(
                                pointer,
                                "out-of-range",
                                zh + "须在" + least + "至" + most + "之间。",
                                "Must lie between " + least + " and " + most + "."));
                return 0;
            }
            return value;
        }
    }
}
