package io.mingjian.gateway.console;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The explained indication of one piece of evidence. */
record AnalysisAnswer(
        @Nullable String state,
        @Nullable String band,
        @Nullable String bandName,
        @Nullable String summary,
        @Nullable String labelVerdict,
        @Nullable List<Signal> signals,
        @Nullable List<String> contradictions,
        @Nullable List<String> askNext,
        @Nullable List<Note> notes,
        @Nullable Reuse reuse,
        @Nullable OffsetDateTime analyzedAt,
        @Nullable String notice) {

    /** What one analyzer saw, and what that does not prove. */
    record Signal(
            @Nullable String analyzer,
            int version,
            String code,
            @Nullable String strength,
            @Nullable String strengthName,
            @Nullable String supports,
            @Nullable String doesNotProve,
            @Nullable List<Region> regions,
            @Nullable Map<String, Object> facts) {}

    /** A rectangle in fractions of the upright picture, from the upper left. */
    record Region(double x, double y, double width, double height) {}

    /** What was looked for without a finding. */
    record Note(@Nullable String analyzer, @Nullable String text) {}

    /**
     * The same picture elsewhere, as far as this officer may know.
     *
     * @param atLeast whether there are more than {@code total}, which were not counted
     * @param note that there is none, and what was not looked for
     */
    record Reuse(
            int total,
            boolean atLeast,
            @Nullable List<Match> visible,
            @Nullable String hiddenNote,
            @Nullable String note) {}

    /** One piece of evidence with the same picture. */
    record Match(
            UUID evidenceId,
            @Nullable String organisation,
            @Nullable OffsetDateTime receivedAt,
            @Nullable String kindName,
            @Nullable Integer distance,
            @Nullable Fit fit,
            @Nullable Double second,
            @Nullable Double otherSecond,
            @Nullable String place,
            @Nullable String otherPlace) {}

    /** How the one picture lies on the other. */
    record Fit(int inliers, @Nullable String turnName) {}
}
