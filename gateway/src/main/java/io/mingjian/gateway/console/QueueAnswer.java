package io.mingjian.gateway.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of the registry's queue. */
record QueueAnswer(@Nullable List<Item> items, @Nullable String nextCursor) {

    /** A line of it. Codes stay texts, because the registry may add some. */
    record Item(
            UUID filingId,
            String kind,
            String registrationNo,
            String state,
            @Nullable String districtName,
            @Nullable String filer,
            @Nullable String respondent,
            @Nullable String subject,
            @Nullable LocalDate dueOn,
            @Nullable Long remainingWorkingDays,
            boolean dueProvisional,
            @Nullable String dueBasis,
            int evidenceCount,
            int evidenceWaiting,
            @Nullable String strongestBand,
            FilingAnswer.@Nullable Hint hint,
            @Nullable List<FilingAnswer.Flag> flags) {}
}
