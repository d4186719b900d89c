package io.mingjian.monitoring.campaign;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** First and last day, both counted. */
@Schema(name = "CampaignPeriod")
record Period(@NotNull LocalDate from, @NotNull LocalDate to) {

    boolean endsBeforeItBegins() {
        return to.isBefore(from);
    }

    boolean covers(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    boolean meets(Period other) {
        return !other.from.isAfter(to) && !other.to.isBefore(from);
    }
}
