package io.mingjian.registry.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Criterion.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes out at the criteria doors. */
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
            boolean active,
            boolean inForce,
            String proposedBy,
            OffsetDateTime proposedAt,
            @Nullable String activatedBy,
            @Nullable OffsetDateTime activatedAt) {

        static CriterionView on(LocalDate today, Criterion value) {
            Instant activated = value.activatedAt();
            return new CriterionView(
                    value.code(),
                    value.version(),
                    value.metric(),
                    value.windowDays(),
                    value.watch(),
                    value.review(),
                    value.strictly(),
                    value.minimumSample(),
                    value.alone(),
                    value.basis(),
                    value.status(),
                    value.validFrom(),
                    value.validUntil(),
                    value.gapIntended(),
                    value.isActive(),
                    value.isActive() && value.isValidOn(today),
                    value.proposedBy(),
                    value.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    value.activatedBy(),
                    activated == null ? null : activated.atZone(LegalDay.ZONE).toOffsetDateTime());
        }
    }

    /**
     * What the second person says.
     *
     * @param untriedBecause why the version goes live without a trial; not needed after one
     */
    @Schema(name = "CriterionActivation", description = "启用 / Activation of a version")
    record ActivationRequest(@Nullable String untriedBecause) {}

    /** The list of versions. */
    @Schema(name = "CriterionVersions")
    record CriterionList(List<CriterionView> items) {}
}
