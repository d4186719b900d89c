package io.mingjian.monitoring.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lead of a closing report.
 *
 * @param state code of its state
 * @param duplicateOf number of the lead that says the same
 * @param evidence how many pieces
 * @param supplements how often it was returned for supplement
 * @param assignedAt last assignment
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
        @Nullable String documentNo,
        Instant submittedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt) {}
