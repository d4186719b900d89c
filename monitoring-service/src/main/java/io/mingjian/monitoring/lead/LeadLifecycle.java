package io.mingjian.monitoring.lead;

import static io.mingjian.kit.lifecycle.Actor.CITY;
import static io.mingjian.kit.lifecycle.Actor.DISTRICT;
import static io.mingjian.kit.lifecycle.Actor.HEAD;
import static io.mingjian.kit.lifecycle.Actor.MONITOR;
import static io.mingjian.kit.lifecycle.Actor.OFFICER;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.lead.LeadLimit.ASSIGNMENT;
import static io.mingjian.monitoring.lead.LeadLimit.CHECK;
import static io.mingjian.monitoring.lead.LeadLimit.FEEDBACK;
import static io.mingjian.monitoring.lead.LeadLimit.QUALITY_REVIEW;
import static io.mingjian.monitoring.lead.LeadLimit.RECEIPT;
import static io.mingjian.monitoring.lead.LeadLimit.REWORK;
import static io.mingjian.monitoring.lead.LeadLimit.SUPPLEMENT;
import static io.mingjian.monitoring.lead.LeadLimit.VERIFICATION;
import static io.mingjian.monitoring.lead.LeadLimit.VERIFICATION_EXTENDED;
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
import static io.mingjian.monitoring.lead.LeadStep.EXTEND;
import static io.mingjian.monitoring.lead.LeadStep.FEED_BACK;
import static io.mingjian.monitoring.lead.LeadStep.MARK_DUPLICATE;
import static io.mingjian.monitoring.lead.LeadStep.QUALIFY;
import static io.mingjian.monitoring.lead.LeadStep.RECEIVE;
import static io.mingjian.monitoring.lead.LeadStep.REFUSE_EXTENSION;
import static io.mingjian.monitoring.lead.LeadStep.REOPEN;
import static io.mingjian.monitoring.lead.LeadStep.REQUEST_EXTENSION;
import static io.mingjian.monitoring.lead.LeadStep.REQUEST_RETURN;
import static io.mingjian.monitoring.lead.LeadStep.RESUBMIT;
import static io.mingjian.monitoring.lead.LeadStep.RETURN_FOR_REWORK;
import static io.mingjian.monitoring.lead.LeadStep.RETURN_FOR_SUPPLEMENT;
import static io.mingjian.monitoring.lead.LeadStep.TAKE_OVER;
import static io.mingjian.monitoring.lead.LeadStep.VERIFY;

import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The lead's way through the monitoring loop. One row = one lawful step; what has no row cannot
 * happen. Only the verification limit has a text (Order 2 Art 18: from the receipt of the material,
 * extended once); a district that is not competent returns the lead and may not forward it (by
 * analogy with Order 121 Art 41).
 *
 * <p>{@code OFFICER} is here an officer of the bureau that works on the lead: the district that has
 * it, or the city after it took over ({@link Lead}). Where no district is competent, the city takes
 * over at once: nobody is assigned what is not his. A taking-over starts no verification anew that
 * ran already, and a clock that a district let run out stays run out. What a district decided
 * stands when the city takes over after it: only the feedback is the city's then.
 *
 * <p>A duplicate is at an end only as long as the lead that it repeats stands for both: it can be
 * opened again, and must be before that other lead is thrown away or goes back to its agency.
 */
final class LeadLifecycle {
    static final LegalLimits<LeadLimit> LIMITS =
            Tables.INSTALLED.make(
                    Table.LEAD_LIMITS,
                    yaml -> LegalLimits.parse(LeadLimit.class, "limits/lead.yaml", yaml));

    static final Lifecycle<LeadState, LeadStep> TABLE =
            Lifecycle.of(
                            "lead",
                            SUBMITTED,
                            EnumSet.of(UNQUALIFIED, CLOSED),
                            // spotless:off
                    //  from                     step                   to                       by                     reasons   clocks                                                                                      Article
                    row(SUBMITTED,               QUALIFY,               QUALIFIED,               CITY.and(REVIEWER),    OPTIONAL, stop(QUALITY_REVIEW).start(ASSIGNMENT),                                                     "[assumption] monitoring loop"),
                    row(SUBMITTED,               DISQUALIFY,            UNQUALIFIED,             CITY.and(REVIEWER),    REQUIRED, stop(QUALITY_REVIEW),                                                                       "[assumption] monitoring loop"),
                    row(SUBMITTED,               MARK_DUPLICATE,        DUPLICATE,               CITY.and(REVIEWER),    REQUIRED, stop(QUALITY_REVIEW),                                                                       "[assumption] monitoring loop"),
                    row(SUBMITTED,               RETURN_FOR_SUPPLEMENT, RETURNED_FOR_SUPPLEMENT, CITY.and(REVIEWER),    REQUIRED, stop(QUALITY_REVIEW).start(SUPPLEMENT),                                                     "[assumption] monitoring loop"),
                    row(DUPLICATE,               REOPEN,                SUBMITTED,               CITY.and(REVIEWER),    REQUIRED, start(QUALITY_REVIEW),                                                                      "[assumption] monitoring loop"),
                    row(RETURNED_FOR_SUPPLEMENT, RESUBMIT,              SUBMITTED,               MONITOR,               OPTIONAL, stop(SUPPLEMENT).start(QUALITY_REVIEW),                                                     "[assumption] monitoring loop"),
                    row(RETURNED_FOR_SUPPLEMENT, DISQUALIFY,            UNQUALIFIED,             CITY.and(REVIEWER),    REQUIRED, stop(SUPPLEMENT),                                                                           "[assumption] monitoring loop"),
                    row(QUALIFIED,               ASSIGN,                ASSIGNED,                CITY.and(REVIEWER),    OPTIONAL, stop(ASSIGNMENT).start(RECEIPT),                                                            "Order 121 Art 29-32"),
                    row(QUALIFIED,               TAKE_OVER,             VERIFYING,               CITY.and(HEAD),        REQUIRED, stop(ASSIGNMENT).start(VERIFICATION),                                                       "Order 121 Art 13, by analogy"),
                    row(ASSIGNED,                ASSIGN,                ASSIGNED,                CITY.and(REVIEWER),    REQUIRED, stop(RECEIPT).start(RECEIPT),                                                               "Order 121 Art 33, by analogy"),
                    row(ASSIGNED,                RECEIVE,               RECEIVED,                DISTRICT,              OPTIONAL, stop(RECEIPT).start(VERIFICATION),                                                          "Order 2 Art 18"),
                    row(ASSIGNED,                TAKE_OVER,             VERIFYING,               CITY.and(HEAD),        REQUIRED, stop(RECEIPT).start(VERIFICATION),                                                          "Order 121 Art 13, by analogy"),
                    row(RECEIVED,                REQUEST_RETURN,        RETURN_REQUESTED,        DISTRICT.and(OFFICER), REQUIRED, stop(VERIFICATION).start(ASSIGNMENT),                                                       "Order 121 Art 41, by analogy"),
                    row(RECEIVED,                VERIFY,                VERIFYING,               OFFICER,               OPTIONAL, none(),                                                                                     "Order 2 Art 18"),
                    row(RECEIVED,                TAKE_OVER,             VERIFYING,               CITY.and(HEAD),        REQUIRED, none(),                                                                                     "Order 121 Art 13, by analogy"),
                    row(RETURN_REQUESTED,        ASSIGN,                ASSIGNED,                CITY.and(REVIEWER),    REQUIRED, stop(ASSIGNMENT).start(RECEIPT),                                                            "Order 121 Art 33, 41, by analogy"),
                    row(RETURN_REQUESTED,        TAKE_OVER,             VERIFYING,               CITY.and(HEAD),        REQUIRED, stop(ASSIGNMENT).start(VERIFICATION),                                                       "Order 121 Art 13, by analogy"),
                    row(VERIFYING,               REQUEST_EXTENSION,     VERIFYING,               OFFICER,               REQUIRED, none(),                                                                                     "Order 2 Art 18"),
                    row(VERIFYING,               EXTEND,                VERIFYING,               OFFICER.and(HEAD),     REQUIRED, stop(VERIFICATION).stop(VERIFICATION_EXTENDED).start(VERIFICATION_EXTENDED),                "Order 2 Art 18: +15WD, once"),
                    row(VERIFYING,               REFUSE_EXTENSION,      VERIFYING,               OFFICER.and(HEAD),     REQUIRED, none(),                                                                                     "Order 2 Art 18"),
                    row(VERIFYING,               TAKE_OVER,             VERIFYING,               CITY.and(HEAD),        REQUIRED, none(),                                                                                     "Order 121 Art 13, by analogy"),
                    row(VERIFYING,               DISPOSE,               DISPOSED,                OFFICER,               REQUIRED, stop(VERIFICATION).stop(VERIFICATION_EXTENDED).stop(REWORK).stop(FEEDBACK).start(FEEDBACK), "Order 2 Art 18-20"),
                    row(DISPOSED,                TAKE_OVER,             DISPOSED,                CITY.and(HEAD),        REQUIRED, none(),                                                                                     "Order 121 Art 13, by analogy"),
                    row(DISPOSED,                FEED_BACK,             FEEDBACK_SUBMITTED,      OFFICER,               OPTIONAL, stop(FEEDBACK).start(CHECK),                                                                "[assumption] monitoring loop"),
                    row(FEEDBACK_SUBMITTED,      CLOSE,                 CLOSED,                  CITY.and(REVIEWER),    OPTIONAL, stop(CHECK),                                                                                "[assumption] monitoring loop"),
                    row(FEEDBACK_SUBMITTED,      RETURN_FOR_REWORK,     RETURNED_FOR_REWORK,     CITY.and(REVIEWER),    REQUIRED, stop(CHECK).start(REWORK),                                                                  "[assumption] monitoring loop"),
                    row(RETURNED_FOR_REWORK,     DISPOSE,               DISPOSED,                OFFICER,               REQUIRED, stop(REWORK).stop(FEEDBACK).start(FEEDBACK),                                                "Order 2 Art 18-20"),
                    row(RETURNED_FOR_REWORK,     FEED_BACK,             FEEDBACK_SUBMITTED,      OFFICER,               OPTIONAL, stop(REWORK).stop(FEEDBACK).start(CHECK),                                                   "[assumption] monitoring loop"),
                    row(RETURNED_FOR_REWORK,     TAKE_OVER,             VERIFYING,               CITY.and(HEAD),        REQUIRED, none(),                                                                                     "Order 121 Art 13, by analogy"))
                    // spotless:on
                    .opening(start(QUALITY_REVIEW));

    private LeadLifecycle() {}

    /** The clock that begins with this state, if the table says one; for leads older than it. */
    static Optional<LeadLimit> clockOf(LeadState state) {
        return TABLE.rows().stream()
                .filter(row -> row.to() == state)
                .flatMap(row -> row.clocks().list().stream())
                .filter(action -> action.kind() == ClockAction.Kind.START)
                .map(action -> (LeadLimit) action.limit())
                .findFirst();
    }
}
