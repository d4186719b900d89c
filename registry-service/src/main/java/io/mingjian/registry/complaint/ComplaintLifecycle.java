package io.mingjian.registry.complaint;

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
import static io.mingjian.registry.complaint.ComplaintLimit.ACCEPTANCE;
import static io.mingjian.registry.complaint.ComplaintLimit.AUTHORITY_DISPUTE;
import static io.mingjian.registry.complaint.ComplaintLimit.IDENTITY_SUPPLEMENT;
import static io.mingjian.registry.complaint.ComplaintLimit.MEDIATION;
import static io.mingjian.registry.complaint.ComplaintLimit.ROUTING;
import static io.mingjian.registry.complaint.ComplaintLimit.TELL_BOTH_PARTIES;
import static io.mingjian.registry.complaint.ComplaintState.ACCEPTED;
import static io.mingjian.registry.complaint.ComplaintState.AGREED;
import static io.mingjian.registry.complaint.ComplaintState.APPRAISAL;
import static io.mingjian.registry.complaint.ComplaintState.CLOSED;
import static io.mingjian.registry.complaint.ComplaintState.DELEGATED;
import static io.mingjian.registry.complaint.ComplaintState.IDENTITY_REQUESTED;
import static io.mingjian.registry.complaint.ComplaintState.MEDIATING;
import static io.mingjian.registry.complaint.ComplaintState.NOT_ACCEPTED;
import static io.mingjian.registry.complaint.ComplaintState.REGISTERED;
import static io.mingjian.registry.complaint.ComplaintState.RETURNED_TO_INTAKE;
import static io.mingjian.registry.complaint.ComplaintState.ROUTED;
import static io.mingjian.registry.complaint.ComplaintState.SUSPENDED_RECUSAL;
import static io.mingjian.registry.complaint.ComplaintState.TERMINATED;
import static io.mingjian.registry.complaint.ComplaintStep.ACCEPT;
import static io.mingjian.registry.complaint.ComplaintStep.AGREE;
import static io.mingjian.registry.complaint.ComplaintStep.APPOINT;
import static io.mingjian.registry.complaint.ComplaintStep.ARCHIVE;
import static io.mingjian.registry.complaint.ComplaintStep.BEGIN_APPRAISAL;
import static io.mingjian.registry.complaint.ComplaintStep.BEGIN_MEDIATION;
import static io.mingjian.registry.complaint.ComplaintStep.CHANGE_CLAIMS;
import static io.mingjian.registry.complaint.ComplaintStep.DECIDE_RECUSAL;
import static io.mingjian.registry.complaint.ComplaintStep.DELEGATE;
import static io.mingjian.registry.complaint.ComplaintStep.DESIGNATE;
import static io.mingjian.registry.complaint.ComplaintStep.DISPUTE_AUTHORITY;
import static io.mingjian.registry.complaint.ComplaintStep.END_APPRAISAL;
import static io.mingjian.registry.complaint.ComplaintStep.END_DELEGATION;
import static io.mingjian.registry.complaint.ComplaintStep.FIND_CLUE;
import static io.mingjian.registry.complaint.ComplaintStep.REFUSE;
import static io.mingjian.registry.complaint.ComplaintStep.REQUEST_IDENTITY;
import static io.mingjian.registry.complaint.ComplaintStep.REQUEST_RECUSAL;
import static io.mingjian.registry.complaint.ComplaintStep.RETURN_TO_INTAKE;
import static io.mingjian.registry.complaint.ComplaintStep.ROUTE;
import static io.mingjian.registry.complaint.ComplaintStep.SUPPLY_IDENTITY;
import static io.mingjian.registry.complaint.ComplaintStep.TAKE_OVER;
import static io.mingjian.registry.complaint.ComplaintStep.TELL_BOTH;
import static io.mingjian.registry.complaint.ComplaintStep.TERMINATE;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.registry.procedure.Course;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Complaints under Order 121 (2026). One row is one lawful step that has a door; what has no row
 * cannot happen: a bureau cannot forward what it was sent (Art 41), a delegate cannot delegate (Art
 * 19), and no machine ends anybody's right.
 */
final class ComplaintLifecycle {
    private static final By OFFICER = HANDLER.or(REVIEWER);
    private static final By SUPERIOR = CITY.and(HEAD).or(CITY.and(REVIEWER));
    private static final By CITY_HEAD = CITY.and(HEAD);

    // spotless:off
    static final Lifecycle<ComplaintState, ComplaintStep> TABLE = Lifecycle.of("complaint", REGISTERED, EnumSet.of(CLOSED),
        //  from                step               to                  by                   reasons   clocks                                                                     Order 121, Art
        row(REGISTERED,         ROUTE,             ROUTED,             INTAKE.or(MACHINE),  OPTIONAL, start(ACCEPTANCE),                                                         "13, 15, 41"),
        row(ROUTED,             RETURN_TO_INTAKE,  RETURNED_TO_INTAKE, OFFICER,             REQUIRED, stop(ACCEPTANCE).start(ROUTING),                                           "41"),
        row(ROUTED,             DISPUTE_AUTHORITY, RETURNED_TO_INTAKE, OFFICER,             REQUIRED, stop(ACCEPTANCE).start(AUTHORITY_DISPUTE),                                 "33, 41"),
        row(RETURNED_TO_INTAKE, ROUTE,             ROUTED,             INTAKE,              REQUIRED, stop(ROUTING).stop(AUTHORITY_DISPUTE).start(ACCEPTANCE),                   "13, 15, 41"),
        row(RETURNED_TO_INTAKE, DESIGNATE,         ROUTED,             SUPERIOR,            REQUIRED, stop(ROUTING).stop(AUTHORITY_DISPUTE).start(ACCEPTANCE),                   "33"),
        row(ROUTED,             REQUEST_IDENTITY,  IDENTITY_REQUESTED, OFFICER,             REQUIRED, start(IDENTITY_SUPPLEMENT),                                                "10(3); form 4"),
        row(IDENTITY_REQUESTED, SUPPLY_IDENTITY,   ROUTED,             OFFICER,             OPTIONAL, stop(IDENTITY_SUPPLEMENT),                                                 "10(3)"),
        row(ROUTED,             ACCEPT,            ACCEPTED,           OFFICER,             REQUIRED, stop(ACCEPTANCE).start(MEDIATION),                                         "15, 23(5)"),
        row(IDENTITY_REQUESTED, ACCEPT,            ACCEPTED,           OFFICER,             REQUIRED, stop(ACCEPTANCE).stop(IDENTITY_SUPPLEMENT).start(MEDIATION),               "15, 23(5)"),
        row(ROUTED,             REFUSE,            NOT_ACCEPTED,       OFFICER,             REQUIRED, stop(ACCEPTANCE),                                                          "15, 16, 17"),
        row(IDENTITY_REQUESTED, REFUSE,            NOT_ACCEPTED,       OFFICER,             REQUIRED, stop(ACCEPTANCE).stop(IDENTITY_SUPPLEMENT),                                "15, 16, 17"),
        row(ACCEPTED,           BEGIN_MEDIATION,   MEDIATING,          OFFICER,             OPTIONAL, none(),                                                                    "18"),
        row(MEDIATING,          APPOINT,           MEDIATING,          OFFICER,             OPTIONAL, none(),                                                                    "20"),
        row(MEDIATING,          DELEGATE,          DELEGATED,          OFFICER,             OPTIONAL, none(),                                                                    "19"),
        row(DELEGATED,          END_DELEGATION,    MEDIATING,          OFFICER,             OPTIONAL, none(),                                                                    "19"),
        row(MEDIATING,          BEGIN_APPRAISAL,   APPRAISAL,          OFFICER,             OPTIONAL, pause(MEDIATION),                                                          "22"),
        row(APPRAISAL,          END_APPRAISAL,     MEDIATING,          OFFICER,             OPTIONAL, resume(MEDIATION),                                                         "22"),
        row(MEDIATING,          REQUEST_RECUSAL,   SUSPENDED_RECUSAL,  OFFICER,             REQUIRED, none(),                                                                    "21"),
        row(SUSPENDED_RECUSAL,  DECIDE_RECUSAL,    MEDIATING,          REVIEWER.or(HEAD),   REQUIRED, none(),                                                                    "21"),
        row(ROUTED,             CHANGE_CLAIMS,     ROUTED,             OFFICER,             REQUIRED, none(),                                                                    "10, 12"),
        row(ACCEPTED,           CHANGE_CLAIMS,     ACCEPTED,           OFFICER,             REQUIRED, none(),                                                                    "10, 12"),
        row(MEDIATING,          CHANGE_CLAIMS,     MEDIATING,          OFFICER,             REQUIRED, none(),                                                                    "10, 12"),
        row(MEDIATING,          AGREE,             AGREED,             OFFICER,             OPTIONAL, stop(MEDIATION),                                                           "12, 24"),
        row(DELEGATED,          AGREE,             AGREED,             OFFICER,             OPTIONAL, stop(MEDIATION),                                                           "12, 19, 24"),
        row(ACCEPTED,           TERMINATE,         TERMINATED,         OFFICER,             REQUIRED, stop(MEDIATION).start(TELL_BOTH_PARTIES),                                  "23"),
        row(MEDIATING,          TERMINATE,         TERMINATED,         OFFICER,             REQUIRED, stop(MEDIATION).start(TELL_BOTH_PARTIES),                                  "23"),
        row(DELEGATED,          TERMINATE,         TERMINATED,         OFFICER,             REQUIRED, stop(MEDIATION).start(TELL_BOTH_PARTIES),                                  "19, 23"),
        row(APPRAISAL,          TERMINATE,         TERMINATED,         OFFICER,             REQUIRED, stop(MEDIATION).start(TELL_BOTH_PARTIES),                                  "22, 23"),
        row(SUSPENDED_RECUSAL,  TERMINATE,         TERMINATED,         OFFICER,             REQUIRED, stop(MEDIATION).start(TELL_BOTH_PARTIES),                                  "21, 23"),
        row(TERMINATED,         TELL_BOTH,         TERMINATED,         OFFICER.or(MACHINE), OPTIONAL, stop(TELL_BOTH_PARTIES),                                                   "23"),
        row(ROUTED,             TAKE_OVER,         ROUTED,             CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(IDENTITY_REQUESTED, TAKE_OVER,         IDENTITY_REQUESTED, CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(ACCEPTED,           TAKE_OVER,         ACCEPTED,           CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(MEDIATING,          TAKE_OVER,         MEDIATING,          CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(DELEGATED,          TAKE_OVER,         DELEGATED,          CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(APPRAISAL,          TAKE_OVER,         APPRAISAL,          CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(SUSPENDED_RECUSAL,  TAKE_OVER,         SUSPENDED_RECUSAL,  CITY_HEAD,           REQUIRED, none(),                                                                    "13"),
        row(ACCEPTED,           FIND_CLUE,         ACCEPTED,           OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(MEDIATING,          FIND_CLUE,         MEDIATING,          OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(DELEGATED,          FIND_CLUE,         DELEGATED,          OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(APPRAISAL,          FIND_CLUE,         APPRAISAL,          OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(SUSPENDED_RECUSAL,  FIND_CLUE,         SUSPENDED_RECUSAL,  OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(AGREED,             FIND_CLUE,         AGREED,             OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(TERMINATED,         FIND_CLUE,         TERMINATED,         OFFICER,             OPTIONAL, none(),                                                                    "27"),
        row(NOT_ACCEPTED,       ARCHIVE,           CLOSED,             OFFICER,             OPTIONAL, none(),                                                                    "–"),
        row(AGREED,             ARCHIVE,           CLOSED,             OFFICER,             OPTIONAL, none(),                                                                    "–"),
        row(TERMINATED,         ARCHIVE,           CLOSED,             OFFICER,             OPTIONAL, stop(TELL_BOTH_PARTIES),                                                   "23"));
    // spotless:on

    /** What the city may do to a complaint that lies with a district. */
    static final Set<ComplaintStep> REACHING_DOWN = EnumSet.of(DESIGNATE, TAKE_OVER);

    static final Course<ComplaintState, ComplaintStep> COURSE =
            new Course<>(FilingKind.COMPLAINT, "投诉", TABLE, REACHING_DOWN, AUTHORITY_DISPUTE);

    static final LegalLimits<ComplaintLimit> LIMITS =
            LegalLimits.load(ComplaintLimit.class, "limits/complaint.yaml");

    static final List<IdentityRule> IDENTITY_RULES = IdentityRule.shipped();

    private ComplaintLifecycle() {}
}
