package io.mingjian.registry.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.queue.Claims.Ending;
import io.mingjian.registry.queue.Claims.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the doors of the claims take and show. */
final class ClaimViews {
    private ClaimViews() {}

    /**
     * Narrows what is pulled.
     *
     * @param state code of a state of that kind
     */
    @Schema(name = "NextRequest", description = "领取范围 / What to pull")
    record NextRequest(@Nullable FilingKind kind, @Nullable String state) {
        static final NextRequest ANY = new NextRequest(null, null);
    }

    @Schema(name = "ReleaseRequest", description = "退回公共待办 / Giving work back")
    record ReleaseRequest(@Nullable String reasons) {}

    /**
     * Hands work to somebody.
     *
     * @param to user id of an officer of the same bureau
     */
    @Schema(name = "ReassignmentRequest", description = "改派 / Handing work to somebody else")
    record ReassignmentRequest(@Nullable String to, @Nullable String reasons) {}

    /** A filing and who works on it. */
    @Schema(name = "FilingClaims", description = "认领情况 / Who works and worked on it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClaimsView(
            UUID filingId, FilingKind kind, String registrationNo, List<PeriodView> periods) {

        static ClaimsView of(ClaimedLine line, List<Period> periods) {
            return new ClaimsView(
                    line.filingId(),
                    line.kind(),
                    line.registrationNo(),
                    periods.stream().map(PeriodView::of).toList());
        }
    }

    /**
     * A period of work.
     *
     * @param userId id of the officer at the identity provider
     * @param until absent while it lasts
     * @param endedBy login name of who ended it
     */
    @Schema(name = "ClaimPeriod", description = "办理时段 / A period of work")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeriodView(
            String userId,
            String name,
            OffsetDateTime since,
            @Nullable OffsetDateTime until,
            @Nullable Ending endedAs,
            @Nullable String endedBy,
            @Nullable String reasons) {

        private static PeriodView of(Period period) {
            Instant until = period.until();
            return new PeriodView(
                    period.subject(),
                    period.name(),
                    local(period.since()),
                    until == null ? null : local(until),
                    period.endedAs(),
                    period.endedBy(),
                    period.reasons());
        }
    }

    /**
     * An officer that work can be handed to.
     *
     * @param handles whether the officer takes steps on filings
     */
    @Schema(name = "BureauOfficer", description = "本单位人员 / An officer of the bureau")
    record OfficerView(String userId, String name, boolean handles) {}

    static OffsetDateTime local(Instant at) {
        return at.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
