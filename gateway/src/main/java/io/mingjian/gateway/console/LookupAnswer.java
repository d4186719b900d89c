package io.mingjian.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the registry says about look-ups. */
final class LookupAnswer {
    private LookupAnswer() {}

    /** With whom it is agreed. */
    record Agreements(@Nullable List<Agreement> items) {}

    /** For what one may ask; codes stay texts, because the registry may add some. */
    record Agreement(
            String kindName,
            @Nullable String organisation,
            @Nullable List<Purpose> purposes,
            int dailyLimit,
            boolean inForce) {}

    /** A purpose by its code and in words. */
    record Purpose(String code, String name) {}

    /** The log. */
    record Log(@Nullable List<Line> items, @Nullable String nextCursor) {}

    /** An answered look-up. */
    record Line(
            String lookupNo,
            String organisation,
            String name,
            @Nullable String operator,
            @Nullable OffsetDateTime at,
            String purposeName,
            @Nullable String purpose,
            @Nullable String legalBasis,
            @Nullable String caseNo,
            boolean listed,
            @Nullable String entryNo,
            @Nullable Boolean nameDiffered) {
        public String time() {
            return Times.of(at);
        }

        public String organisationName() {
            return Wording.of("organisation", organisation);
        }

        public String who() {
            return operator == null ? name : operator + "（" + name + "）";
        }
    }

    /**
     * What was just answered.
     *
     * @param effects in words
     * @param term from when until when
     */
    record Result(
            String lookupNo,
            boolean listed,
            String entryNo,
            List<String> effects,
            String term,
            boolean stayed,
            String meaning,
            String watermark,
            String validUntil) {

        static Result of(JsonNode answer) {
            return new Result(
                    answer.path("lookupNo").asText(),
                    answer.path("listed").asBoolean(),
                    answer.path("entryNo").asText(),
                    StreamSupport.stream(answer.path("effects").spliterator(), false)
                            .map(effect -> effect.path("zh").asText())
                            .toList(),
                    day(answer.path("from")) + " 至 " + day(answer.path("until")),
                    answer.path("stayed").asBoolean(),
                    answer.path("meaning").asText(),
                    answer.path("watermark").asText(),
                    Times.of(OffsetDateTime.parse(answer.path("validUntil").asText())));
        }

        private static String day(JsonNode day) {
            return day.isMissingNode() ? "" : LocalDate.parse(day.asText()).toString();
        }
    }
}
