package io.mingjian.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the abnormal-filer list as the registry shows it, in full or as a line. */
record EntryAnswer(
        UUID id,
        @Nullable String entryNo,
        String state,
        String stateName,
        FilingAnswer.@Nullable Masked filer,
        @Nullable UUID filingId,
        @Nullable String organisation,
        @Nullable List<Ground> grounds,
        boolean assumption,
        @Nullable OffsetDateTime proposedAt,
        @Nullable Term term,
        boolean effective,
        @Nullable Pending pending,
        FilingAnswer.@Nullable Clock due,
        @Nullable List<FilingAnswer.Clock> clocks,
        @Nullable List<FormAnswer> forms,
        @Nullable List<FilingAnswer.Closed> closedSteps,
        @Nullable List<JsonNode> facts,
        @Nullable List<FilingAnswer.Step> steps) {

    /** One thing that speaks for a listing. */
    record Ground(
            @Nullable String criterion, @Nullable String explanation, @Nullable String status) {}

    /** When it has effect. */
    record Term(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean stayed,
            @Nullable LocalDate endedOn) {}

    /** What waits for a second person. */
    record Pending(
            @Nullable String resolutionName,
            @Nullable LocalDate until,
            @Nullable String reasons,
            @Nullable LocalDate on,
            @Nullable String by) {}

    /** A page of the list. */
    record Listed(@Nullable List<EntryAnswer> items, @Nullable String nextCursor) {}
}
