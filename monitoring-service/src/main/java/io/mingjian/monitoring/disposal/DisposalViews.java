package io.mingjian.monitoring.disposal;

import io.mingjian.monitoring.clock.LegalTime;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class DisposalViews {
    private DisposalViews() {}

    /** What was decided, and why. */
    @Schema(description = "处置决定，须写明理由 / a decision with reasons")
    record DisposeRequest(
            @NotNull DisposalCode code,
            @Nullable @Size(max = 4000) String reasons,
            @Nullable @Size(max = 100) @Schema(description = "文书编号 / number of the document")
                    String documentNo) {}

    /** What the district tells the city. */
    record FeedbackRequest(@NotBlank @Size(max = 4000) String summary) {}

    /** Reasons, where a step needs them. */
    record ReasonsRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** One round, for the city and the district that did it. */
    record DisposalView(
            int round,
            String districtOrganisation,
            DisposalCode code,
            String codeZh,
            String basis,
            String reasons,
            @Nullable String documentNo,
            OffsetDateTime decidedAt,
            @Nullable String feedback,
            @Nullable OffsetDateTime fedBackAt,
            @Nullable CheckResult checkResult,
            @Nullable String checkReasons) {

        static DisposalView of(Disposal disposal) {
            return new DisposalView(
                    disposal.round(),
                    disposal.districtOrganisation(),
                    disposal.code(),
                    disposal.code().zh(),
                    disposal.code().basis(),
                    disposal.reasons(),
                    disposal.documentNo().orElse(null),
                    LegalTime.outside(disposal.decidedAt()),
                    disposal.feedback().orElse(null),
                    disposal.fedBackAt().map(LegalTime::outside).orElse(null),
                    disposal.checkResult().orElse(null),
                    disposal.checkReasons().orElse(null));
        }
    }
}
