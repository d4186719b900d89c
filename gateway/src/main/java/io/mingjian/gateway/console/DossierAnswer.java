package io.mingjian.gateway.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who files, as the registry shows it; what is absent is empty. */
record DossierAnswer(
        UUID personId,
        @Nullable LocalDate asOf,
        List<Face> filers,
        List<Window> windows,
        List<Operator> operators,
        List<Issue> issues,
        List<Outcome> outcomes,
        List<Entry> entries,
        List<FilingAnswer.Hint> hints,
        @JsonProperty("reusedEvidence") List<Reused> reused,
        List<Line> timeline,
        boolean cut) {

    DossierAnswer {
        filers = orNone(filers);
        windows = orNone(windows);
        operators = orNone(operators);
        issues = orNone(issues);
        outcomes = orNone(outcomes);
        entries = orNone(entries);
        hints = orNone(hints);
        reused = orNone(reused);
        timeline = orNone(timeline);
    }

    /** A pseudonym of the person, masked. */
    record Face(UUID filerId, boolean hasDocument, FilingAnswer.@Nullable Masked masked) {
        /** As it is shown. */
        public String words() {
            return masked == null
                    ? filerId.toString()
                    : String.join(
                                    " ",
                                    orEmpty(masked.name()),
                                    orEmpty(masked.phone()),
                                    orEmpty(masked.idNumber()))
                            .strip();
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    record Window(
            int days, @Nullable LocalDate from, long submissions, long setAside, long upheld) {}

    record Operator(
            @Nullable String operator,
            @Nullable String goodsClass,
            long last90Days,
            long lastYear) {}

    record Issue(@Nullable String exampleNo, long last30Days, long lastYear, long operators) {}

    record Outcome(String kindName, long times, @Nullable LocalDate lastOn, boolean positive) {}

    record Entry(
            UUID id,
            @Nullable String entryNo,
            String stateName,
            boolean live,
            @Nullable LocalDate proposedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record Reused(UUID evidenceId, @Nullable String registrationNo, int times) {}

    record Line(
            @Nullable LocalDate receivedOn,
            String kind,
            String registrationNo,
            String state,
            @Nullable UUID filingId,
            @Nullable String respondent,
            @Nullable List<String> facts) {}

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
