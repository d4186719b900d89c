package io.mingjian.monitoring.lead;

import static io.mingjian.kit.lifecycle.Actor.CITY;
import static io.mingjian.kit.lifecycle.Actor.DISTRICT;
import static io.mingjian.kit.lifecycle.Actor.MONITOR;
import static io.mingjian.kit.lifecycle.Actor.OFFICER;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.lead.LeadLimit.FEEDBACK;
import static io.mingjian.monitoring.lead.LeadLimit.QUALITY_REVIEW;
import static io.mingjian.monitoring.lead.LeadLimit.RECEIPT;
import static io.mingjian.monitoring.lead.LeadLimit.VERIFICATION;
import static io.mingjian.monitoring.lead.LeadState.ASSIGNED;
import static io.mingjian.monitoring.lead.LeadState.CLOSED;
import static io.mingjian.monitoring.lead.LeadState.DISPOSED;
import static io.mingjian.monitoring.lead.LeadState.DUPLICATE;
import static io.mingjian.monitoring.lead.LeadState.FEEDBACK_SUBMITTED;
import static io.mingjian.monitoring.lead.LeadState.QUALIFIED;
import static io.mingjian.monitoring.lead.LeadState.RECEIVED;
import static io.mingjian.monitoring.lead.LeadState.RETURNED_FOR_REWORK;
import static io.mingjian.monitoring.lead.LeadState.RETURNED_FOR_SUPPLEMENT;
import static io.mingjian.monitoring.lead.LeadState.RETURN_REQUESTED;
import static io.mingjian.monitoring.lead.LeadState.SUBMITTED;
import static io.mingjian.monitoring.lead.LeadState.UNQUALIFIED;
import static io.mingjian.monitoring.lead.LeadState.VERIFYING;
import static io.mingjian.monitoring.lead.LeadStep.ASSIGN;
import static io.mingjian.monitoring.lead.LeadStep.CLOSE;
import static io.mingjian.monitoring.lead.LeadStep.DISPOSE;
import static io.mingjian.monitoring.lead.LeadStep.DISQUALIFY;
import static io.mingjian.monitoring.lead.LeadStep.FEED_BACK;
import static io.mingjian.monitoring.lead.LeadStep.MARK_DUPLICATE;
import static io.mingjian.monitoring.lead.LeadStep.QUALIFY;
import static io.mingjian.monitoring.lead.LeadStep.RECEIVE;
import static io.mingjian.monitoring.lead.LeadStep.REQUEST_RETURN;
import static io.mingjian.monitoring.lead.LeadStep.RESUBMIT;
import static io.mingjian.monitoring.lead.LeadStep.RETURN_FOR_REWORK;
import static io.mingjian.monitoring.lead.LeadStep.RETURN_FOR_SUPPLEMENT;
import static io.mingjian.monitoring.lead.LeadStep.VERIFY;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;

/**
 * The lead's way through the monitoring loop. One row = one lawful step; what has no row cannot
 * happen. Only the verification limit has a text (Order 2 Art 18: from the receipt of the
 * material); a district that is not competent returns the lead and may not forward it (by analogy
 * with Order 121 Art 41).
 */
final class LeadLifecycle {
    static final LegalLimits<LeadLimit> LIMITS =
            LegalLimits.load(LeadLimit.class, "limits/lead.yaml");

    static final Lifecycle<LeadState, LeadStep> TABLE =
            Lifecycle.of(
                            "lead",
                            SUBMITTED,
                            LeadState.ends(),
                            // spotless:off
                    //  from                     step                   to                       by                      reasons   clocks                                Article
                    row(SUBMITTED,               QUALIFY,               QUALIFIED,               CITY.and(REVIEWER),     OPTIONAL, stop(QUALITY_REVIEW),                 "[assumption] monitoring loop"),
                    row(SUBMITTED,               DISQUALIFY,            UNQUALIFIED,             CITY.and(REVIEWER),     REQUIRED, stop(QUALITY_REVIEW),                 "[assumption] monitoring loop"),
                    row(SUBMITTED,               MARK_DUPLICATE,        DUPLICATE,               CITY.and(REVIEWER),     REQUIRED, stop(QUALITY_REVIEW),                 "[assumption] monitoring loop"),
                    row(SUBMITTED,               RETURN_FOR_SUPPLEMENT, RETURNED_FOR_SUPPLEMENT, CITY.and(REVIEWER),     REQUIRED, stop(QUALITY_REVIEW),                 "[assumption] monitoring loop"),
                    row(RETURNED_FOR_SUPPLEMENT, RESUBMIT,              SUBMITTED,               MONITOR,                OPTIONAL, start(QUALITY_REVIEW),                "[assumption] monitoring loop"),
                    row(RETURNED_FOR_SUPPLEMENT, DISQUALIFY,            UNQUALIFIED,             CITY.and(REVIEWER),     REQUIRED, none(),                               "[assumption] monitoring loop"),
                    row(QUALIFIED,               ASSIGN,                ASSIGNED,                CITY.and(REVIEWER),     OPTIONAL, start(RECEIPT),                       "Order 121 Art 29-32"),
                    row(ASSIGNED,                RECEIVE,               RECEIVED,                DISTRICT,               OPTIONAL, stop(RECEIPT).start(VERIFICATION),    "Order 2 Art 18"),
                    row(RECEIVED,                REQUEST_RETURN,        RETURN_REQUESTED,        DISTRICT.and(OFFICER),  REQUIRED, stop(VERIFICATION),                   "Order 121 Art 41, by analogy"),
                    row(RETURN_REQUESTED,        ASSIGN,                ASSIGNED,                CITY.and(REVIEWER),     REQUIRED, start(RECEIPT),                       "Order 121 Art 33, 41, by analogy"),
                    row(RECEIVED,                VERIFY,                VERIFYING,               DISTRICT.and(OFFICER),  OPTIONAL, none(),                               "Order 2 Art 18"),
                    row(VERIFYING,               DISPOSE,               DISPOSED,                DISTRICT.and(OFFICER),  REQUIRED, stop(VERIFICATION).start(FEEDBACK),   "Order 2 Art 18-20"),
                    row(DISPOSED,                FEED_BACK,             FEEDBACK_SUBMITTED,      DISTRICT.and(OFFICER),  OPTIONAL, stop(FEEDBACK),                       "[assumption] monitoring loop"),
                    row(FEEDBACK_SUBMITTED,      CLOSE,                 CLOSED,                  CITY.and(REVIEWER),     OPTIONAL, none(),                               "[assumption] monitoring loop"),
                    row(FEEDBACK_SUBMITTED,      RETURN_FOR_REWORK,     RETURNED_FOR_REWORK,     CITY.and(REVIEWER),     REQUIRED, start(FEEDBACK),                      "[assumption] monitoring loop"),
                    row(RETURNED_FOR_REWORK,     DISPOSE,               DISPOSED,                DISTRICT.and(OFFICER),  REQUIRED, none(),                               "Order 2 Art 18-20"),
                    row(RETURNED_FOR_REWORK,     FEED_BACK,             FEEDBACK_SUBMITTED,      DISTRICT.and(OFFICER),  OPTIONAL, stop(FEEDBACK),                       "[assumption] monitoring loop"))
                    // spotless:on
                    .opening(start(QUALITY_REVIEW));

    private LeadLifecycle() {}
}
