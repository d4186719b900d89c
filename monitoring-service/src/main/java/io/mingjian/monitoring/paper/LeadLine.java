package io.mingjian.monitoring.paper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lead of a closing report.
 *
 * @param state code of its state
 * @param duplicateOf number of the lead that says the same
 * @param evidence how many pieces
 * @param supplements how often it was returned for supplement
 * @param assignedAt last assignment
 * @param district code of the district that works on it, {@link Tally#CITY} where the city took
 *     over
 * @param measures of the disposal that stands, the principal one first
 * @param decidedBy the bureau whose disposal it is
 * @param decidedAt last disposal
 */
record LeadLine(
        String leadNo,
        String findingNo,
        String agency,
        String state,
        @Nullable String platform,
        @Nullable String shopName,
        @Nullable String pageUrl,
        @Nullable String subjectName,
        @Nullable String uscc,
        @Nullable String violation,
        @Nullable String riskLevel,
        boolean aiRelated,
        int evidence,
        boolean overdue,
        boolean outsideScope,
        long supplements,
        @Nullable String duplicateOf,
        @Nullable String district,
        @Nullable String measure,
        List<String> measures,
        @Nullable String decidedBy,
        @Nullable String documentNo,
        Instant submittedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt) {
    /** Lines that were kept before several measures were counted lack them. */
    LeadLine {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    /** What was done beside the principal measure. */
    List<String> furtherMeasures() {
        return measures.stream().skip(1).toList();
    }
}
