package io.mingjian.registry.report;

import static io.mingjian.kit.lifecycle.Actor.CITY;
import static io.mingjian.kit.lifecycle.Actor.HANDLER;
import static io.mingjian.kit.lifecycle.Actor.HEAD;
import static io.mingjian.kit.lifecycle.Actor.INTAKE;
import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.pause;
import static io.mingjian.kit.lifecycle.Clocks.resume;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.registry.report.ReportLimit.AUTHORITY_DISPUTE;
import static io.mingjian.registry.report.ReportLimit.CASE_HANDLING;
import static io.mingjian.registry.report.ReportLimit.ROUTING;
import static io.mingjian.registry.report.ReportLimit.VERIFICATION;
import static io.mingjian.registry.report.ReportState.CASE_CLOSED;
import static io.mingjian.registry.report.ReportState.CASE_EXCLUDED;
import static io.mingjian.registry.report.ReportState.CASE_FILED;
import static io.mingjian.registry.report.ReportState.CLOSED;
import static io.mingjian.registry.report.ReportState.DUPLICATE_NOT_HANDLED;
import static io.mingjian.registry.report.ReportState.MERGED;
import static io.mingjian.registry.report.ReportState.NOTIFIED;
import static io.mingjian.registry.report.ReportState.NO_AUTHORITY;
import static io.mingjian.registry.report.ReportState.NO_CASE;
import static io.mingjian.registry.report.ReportState.REGISTERED;
import static io.mingjian.registry.report.ReportState.RETURNED_TO_INTAKE;
import static io.mingjian.registry.report.ReportState.REWARD_DECIDED;
import static io.mingjian.registry.report.ReportState.REWARD_PENDING;
import static io.mingjian.registry.report.ReportState.ROUTED;
import static io.mingjian.registry.report.ReportState.TRANSFERRED_AGENCY;
import static io.mingjian.registry.report.ReportState.TRANSFERRED_POLICE;
import static io.mingjian.registry.report.ReportState.VERIFYING;
import static io.mingjian.registry.report.ReportState.VERIFYING_EXTENDED;
import static io.mingjian.registry.report.ReportStep.ABSORB;
import static io.mingjian.registry.report.ReportStep.APPROVE_CASE_EXTENSION;
import static io.mingjian.registry.report.ReportStep.APPROVE_EXTENSION;
import static io.mingjian.registry.report.ReportStep.APPROVE_POLICE_TRANSFER;
import static io.mingjian.registry.report.ReportStep.ARCHIVE;
import static io.mingjian.registry.report.ReportStep.BEGIN_EXCLUDED;
import static io.mingjian.registry.report.ReportStep.BEGIN_VERIFICATION;
import static io.mingjian.registry.report.ReportStep.CLOSE_CASE;
import static io.mingjian.registry.report.ReportStep.DECIDE_REWARD;
import static io.mingjian.registry.report.ReportStep.DECLINE_AUTHORITY;
import static io.mingjian.registry.report.ReportStep.DECLINE_CASE;
import static io.mingjian.registry.report.ReportStep.DECLINE_DUPLICATE;
import static io.mingjian.registry.report.ReportStep.DESIGNATE;
import static io.mingjian.registry.report.ReportStep.DISPUTE_AUTHORITY;
import static io.mingjian.registry.report.ReportStep.END_EXCLUDED;
import static io.mingjian.registry.report.ReportStep.EXTEND_COLLECTIVELY;
import static io.mingjian.registry.report.ReportStep.FILE_CASE;
import static io.mingjian.registry.report.ReportStep.MERGE;
import static io.mingjian.registry.report.ReportStep.PROPOSE_POLICE_TRANSFER;
import static io.mingjian.registry.report.ReportStep.PROPOSE_REWARD;
import static io.mingjian.registry.report.ReportStep.RECORD_WITHDRAWAL;
import static io.mingjian.registry.report.ReportStep.REFUSE_CASE_EXTENSION;
import static io.mingjian.registry.report.ReportStep.REFUSE_EXTENSION;
import static io.mingjian.registry.report.ReportStep.REFUSE_POLICE_TRANSFER;
import static io.mingjian.registry.report.ReportStep.REQUEST_CASE_EXTENSION;
import static io.mingjian.registry.report.ReportStep.REQUEST_EXTENSION;
import static io.mingjian.registry.report.ReportStep.RETURN_TO_INTAKE;
import static io.mingjian.registry.report.ReportStep.ROUTE;
import static io.mingjian.registry.report.ReportStep.TAKE_OVER;
import static io.mingjian.registry.report.ReportStep.TELL_RESULT;
import static io.mingjian.registry.report.ReportStep.TRANSFER_AGENCY;
import static io.mingjian.registry.report.ResultLimit.RESULT_NOTICE;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.registry.procedure.Course;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reports under Order 121 and Order 2. One row is one lawful step; what has no row cannot happen: a
 * bureau cannot forward what it was sent (Order 121 Art 41), a withdrawal ends no verification, and
 * no machine ends a clue.
 *
 * <p>Three things depend on more than the state and stand in {@link Report}: an extension makes the
 * running clock longer, a merged report restarts the clock on the day the last report was received,
 * and the clock of telling the result starts only where {@code rules/result-notices.yaml} says so.
 */
final class ReportLifecycle {
    private static final By OFFICER = HANDLER.or(REVIEWER);
    private static final By SUPERIOR = CITY.and(HEAD).or(CITY.and(REVIEWER));
    private static final By CITY_HEAD = CITY.and(HEAD);

    // spotless:off
    static final Lifecycle<ReportState, ReportStep> TABLE = Lifecycle.<ReportState, ReportStep>of("report", REGISTERED, EnumSet.of(CLOSED),
        //  from                   step                     to                     by                   reasons   clocks                                                     article
        row(REGISTERED,            ROUTE,                   ROUTED,                INTAKE.or(MACHINE),  OPTIONAL, start(VERIFICATION),                                       "Order 121 Art 29–32, 41; Order 2 Art 18"),
        row(REGISTERED,            DECLINE_AUTHORITY,       NO_AUTHORITY,          INTAKE,              REQUIRED, none(),                                                    "Order 121 Art 34"),
        row(ROUTED,                RETURN_TO_INTAKE,        RETURNED_TO_INTAKE,    OFFICER,             REQUIRED, stop(VERIFICATION).start(ROUTING),                         "Order 121 Art 41"),
        row(ROUTED,                DISPUTE_AUTHORITY,       RETURNED_TO_INTAKE,    OFFICER,             REQUIRED, stop(VERIFICATION).start(AUTHORITY_DISPUTE),               "Order 121 Art 33, 41"),
        row(RETURNED_TO_INTAKE,    ROUTE,                   ROUTED,                INTAKE,              REQUIRED, stop(ROUTING).stop(AUTHORITY_DISPUTE).start(VERIFICATION), "Order 121 Art 29–32, 41; Order 2 Art 18"),
        row(RETURNED_TO_INTAKE,    DESIGNATE,               ROUTED,                SUPERIOR,            REQUIRED, stop(ROUTING).stop(AUTHORITY_DISPUTE).start(VERIFICATION), "Order 121 Art 33"),
        row(RETURNED_TO_INTAKE,    DECLINE_AUTHORITY,       NO_AUTHORITY,          INTAKE,              REQUIRED, stop(ROUTING).stop(AUTHORITY_DISPUTE),                     "Order 121 Art 34"),
        row(ROUTED,                BEGIN_VERIFICATION,      VERIFYING,             OFFICER,             OPTIONAL, none(),                                                    "Order 121 Art 35; Order 2 Art 18"),
        row(ROUTED,                DECLINE_DUPLICATE,       DUPLICATE_NOT_HANDLED, OFFICER,             REQUIRED, stop(VERIFICATION),                                        "Order 121 Art 35"),
        row(ROUTED,                MERGE,                   MERGED,                OFFICER,             REQUIRED, stop(VERIFICATION),                                        "Order 121 Art 35"),
        row(ROUTED,                ABSORB,                  ROUTED,                OFFICER,             REQUIRED, stop(VERIFICATION).start(VERIFICATION),                    "Order 121 Art 35"),
        row(VERIFYING,             ABSORB,                  VERIFYING,             OFFICER,             REQUIRED, stop(VERIFICATION).start(VERIFICATION),                    "Order 121 Art 35"),
        row(VERIFYING_EXTENDED,    ABSORB,                  VERIFYING,             OFFICER,             REQUIRED, stop(VERIFICATION).start(VERIFICATION),                    "Order 121 Art 35"),
        row(VERIFYING,             REQUEST_EXTENSION,       VERIFYING,             OFFICER,             REQUIRED, none(),                                                    "Order 2 Art 18; Order 121 Art 27"),
        row(VERIFYING,             APPROVE_EXTENSION,       VERIFYING_EXTENDED,    HEAD,                REQUIRED, none(),                                                    "Order 2 Art 18; Order 121 Art 27: +15WD, once"),
        row(VERIFYING,             REFUSE_EXTENSION,        VERIFYING,             HEAD,                REQUIRED, none(),                                                    "Order 2 Art 18; Order 121 Art 27"),
        row(ROUTED,                RECORD_WITHDRAWAL,       ROUTED,                OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 35"),
        row(VERIFYING,             RECORD_WITHDRAWAL,       VERIFYING,             OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 35"),
        row(VERIFYING_EXTENDED,    RECORD_WITHDRAWAL,       VERIFYING_EXTENDED,    OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 35"),
        row(CASE_FILED,            RECORD_WITHDRAWAL,       CASE_FILED,            OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 35"),
        row(CASE_EXCLUDED,         RECORD_WITHDRAWAL,       CASE_EXCLUDED,         OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 35"),
        row(VERIFYING,             FILE_CASE,               CASE_FILED,            OFFICER,             REQUIRED, stop(VERIFICATION).start(CASE_HANDLING),                   "Order 2 Art 19, 64"),
        row(VERIFYING_EXTENDED,    FILE_CASE,               CASE_FILED,            OFFICER,             REQUIRED, stop(VERIFICATION).start(CASE_HANDLING),                   "Order 2 Art 19, 64"),
        row(VERIFYING,             DECLINE_CASE,            NO_CASE,               OFFICER,             REQUIRED, stop(VERIFICATION),                                        "Order 2 Art 19, 20"),
        row(VERIFYING_EXTENDED,    DECLINE_CASE,            NO_CASE,               OFFICER,             REQUIRED, stop(VERIFICATION),                                        "Order 2 Art 19, 20"),
        row(VERIFYING,             TRANSFER_AGENCY,         TRANSFERRED_AGENCY,    OFFICER,             REQUIRED, stop(VERIFICATION),                                        "Order 2 Art 17"),
        row(VERIFYING_EXTENDED,    TRANSFER_AGENCY,         TRANSFERRED_AGENCY,    OFFICER,             REQUIRED, stop(VERIFICATION),                                        "Order 2 Art 17"),
        row(CASE_FILED,            TRANSFER_AGENCY,         TRANSFERRED_AGENCY,    OFFICER,             REQUIRED, stop(CASE_HANDLING),                                       "Order 2 Art 17, 60"),
        row(VERIFYING,             PROPOSE_POLICE_TRANSFER, VERIFYING,             OFFICER,             REQUIRED, none(),                                                    "Order 2 Art 17; Decree 310"),
        row(VERIFYING_EXTENDED,    PROPOSE_POLICE_TRANSFER, VERIFYING_EXTENDED,    OFFICER,             REQUIRED, none(),                                                    "Order 2 Art 17; Decree 310"),
        row(CASE_FILED,            PROPOSE_POLICE_TRANSFER, CASE_FILED,            OFFICER,             REQUIRED, none(),                                                    "Order 2 Art 17, 60; Decree 310"),
        row(VERIFYING,             APPROVE_POLICE_TRANSFER, TRANSFERRED_POLICE,    HEAD,                REQUIRED, stop(VERIFICATION),                                        "Order 2 Art 17; Decree 310"),
        row(VERIFYING_EXTENDED,    APPROVE_POLICE_TRANSFER, TRANSFERRED_POLICE,    HEAD,                REQUIRED, stop(VERIFICATION),                                        "Order 2 Art 17; Decree 310"),
        row(CASE_FILED,            APPROVE_POLICE_TRANSFER, TRANSFERRED_POLICE,    HEAD,                REQUIRED, stop(CASE_HANDLING),                                       "Order 2 Art 17, 60; Decree 310"),
        row(VERIFYING,             REFUSE_POLICE_TRANSFER,  VERIFYING,             HEAD,                REQUIRED, none(),                                                    "Order 2 Art 17; Decree 310"),
        row(VERIFYING_EXTENDED,    REFUSE_POLICE_TRANSFER,  VERIFYING_EXTENDED,    HEAD,                REQUIRED, none(),                                                    "Order 2 Art 17; Decree 310"),
        row(CASE_FILED,            REFUSE_POLICE_TRANSFER,  CASE_FILED,            HEAD,                REQUIRED, none(),                                                    "Order 2 Art 17; Decree 310"),
        row(CASE_FILED,            REQUEST_CASE_EXTENSION,  CASE_FILED,            OFFICER,             REQUIRED, none(),                                                    "Order 2 Art 64"),
        row(CASE_FILED,            APPROVE_CASE_EXTENSION,  CASE_FILED,            HEAD,                REQUIRED, none(),                                                    "Order 2 Art 64: +30ND, once"),
        row(CASE_FILED,            REFUSE_CASE_EXTENSION,   CASE_FILED,            HEAD,                REQUIRED, none(),                                                    "Order 2 Art 64"),
        row(CASE_FILED,            EXTEND_COLLECTIVELY,     CASE_FILED,            HEAD,                REQUIRED, none(),                                                    "Order 2 Art 64: to a day set in collective discussion"),
        row(CASE_FILED,            BEGIN_EXCLUDED,          CASE_EXCLUDED,         OFFICER,             OPTIONAL, pause(CASE_HANDLING),                                      "Order 2 Art 64"),
        row(CASE_EXCLUDED,         END_EXCLUDED,            CASE_FILED,            OFFICER,             OPTIONAL, resume(CASE_HANDLING),                                     "Order 2 Art 64"),
        row(CASE_FILED,            CLOSE_CASE,              CASE_CLOSED,           OFFICER,             REQUIRED, stop(CASE_HANDLING),                                       "Order 2 Art 60, 64"),
        row(CASE_FILED,            TELL_RESULT,             CASE_FILED,            OFFICER.or(MACHINE), OPTIONAL, stop(RESULT_NOTICE),                                       "Order 121 Art 36"),
        row(CASE_EXCLUDED,         TELL_RESULT,             CASE_EXCLUDED,         OFFICER.or(MACHINE), OPTIONAL, stop(RESULT_NOTICE),                                       "Order 121 Art 36"),
        row(NO_CASE,               TELL_RESULT,             NOTIFIED,              OFFICER.or(MACHINE), OPTIONAL, stop(RESULT_NOTICE),                                       "Order 121 Art 36"),
        row(CASE_CLOSED,           TELL_RESULT,             NOTIFIED,              OFFICER.or(MACHINE), OPTIONAL, stop(RESULT_NOTICE),                                       "Order 121 Art 36"),
        row(TRANSFERRED_AGENCY,    TELL_RESULT,             NOTIFIED,              OFFICER.or(MACHINE), OPTIONAL, stop(RESULT_NOTICE),                                       "Order 121 Art 36"),
        row(TRANSFERRED_POLICE,    TELL_RESULT,             NOTIFIED,              OFFICER.or(MACHINE), OPTIONAL, stop(RESULT_NOTICE),                                       "Order 121 Art 36"),
        row(CASE_CLOSED,           PROPOSE_REWARD,          REWARD_PENDING,        OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 36"),
        row(NOTIFIED,              PROPOSE_REWARD,          REWARD_PENDING,        OFFICER,             REQUIRED, none(),                                                    "Order 121 Art 36"),
        row(REWARD_PENDING,        DECIDE_REWARD,           REWARD_DECIDED,        HEAD,                REQUIRED, none(),                                                    "Order 121 Art 36"),
        row(ROUTED,                TAKE_OVER,               ROUTED,                CITY_HEAD,           REQUIRED, none(),                                                    "[assumption] Order 2 Art 15"),
        row(VERIFYING,             TAKE_OVER,               VERIFYING,             CITY_HEAD,           REQUIRED, none(),                                                    "[assumption] Order 2 Art 15"),
        row(VERIFYING_EXTENDED,    TAKE_OVER,               VERIFYING_EXTENDED,    CITY_HEAD,           REQUIRED, none(),                                                    "[assumption] Order 2 Art 15"),
        row(CASE_FILED,            TAKE_OVER,               CASE_FILED,            CITY_HEAD,           REQUIRED, none(),                                                    "[assumption] Order 2 Art 15"),
        row(CASE_EXCLUDED,         TAKE_OVER,               CASE_EXCLUDED,         CITY_HEAD,           REQUIRED, none(),                                                    "[assumption] Order 2 Art 15"),
        row(NO_AUTHORITY,          ARCHIVE,                 CLOSED,                INTAKE.or(OFFICER),  OPTIONAL, none(),                                                    "–"),
        row(DUPLICATE_NOT_HANDLED, ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(MERGED,                ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(NO_CASE,               ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(CASE_CLOSED,           ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(TRANSFERRED_AGENCY,    ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(TRANSFERRED_POLICE,    ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(NOTIFIED,              ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"),
        row(REWARD_DECIDED,        ARCHIVE,                 CLOSED,                OFFICER,             OPTIONAL, none(),                                                    "–"));
    // spotless:on

    /** What the city may do to a report that lies with a district. */
    static final Set<ReportStep> REACHING_DOWN = EnumSet.of(DESIGNATE, TAKE_OVER);

    static final Course<ReportState, ReportStep> COURSE =
            new Course<>(FilingKind.REPORT, "举报", TABLE, REACHING_DOWN, AUTHORITY_DISPUTE);

    static final LegalLimits<ReportLimit> LIMITS =
            LegalLimits.load(ReportLimit.class, "limits/report.yaml");

    static final ResultRules RESULT_RULES = ResultRules.shipped();

    private ReportLifecycle() {}
}
