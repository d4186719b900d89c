package io.mingjian.registry.listing;

import static io.mingjian.kit.lifecycle.Actor.HANDLER;
import static io.mingjian.kit.lifecycle.Actor.HEAD;
import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.registry.listing.EntryLimit.CANDIDATE_REVIEW;
import static io.mingjian.registry.listing.EntryLimit.CORRECTION;
import static io.mingjian.registry.listing.EntryLimit.DECISION;
import static io.mingjian.registry.listing.EntryLimit.DEFENCE;
import static io.mingjian.registry.listing.EntryLimit.HEARING_REQUEST;
import static io.mingjian.registry.listing.EntryLimit.OBJECTION_ACCEPTANCE;
import static io.mingjian.registry.listing.EntryLimit.OBJECTION_DECISION;
import static io.mingjian.registry.listing.EntryLimit.REMOVAL_ACCEPTANCE;
import static io.mingjian.registry.listing.EntryLimit.REMOVAL_DECISION;
import static io.mingjian.registry.listing.EntryState.ARCHIVED;
import static io.mingjian.registry.listing.EntryState.CANDIDATE;
import static io.mingjian.registry.listing.EntryState.DEFENCE_RECEIVED;
import static io.mingjian.registry.listing.EntryState.DISMISSED;
import static io.mingjian.registry.listing.EntryState.EXPIRED;
import static io.mingjian.registry.listing.EntryState.HEARD;
import static io.mingjian.registry.listing.EntryState.HEARING_APPOINTED;
import static io.mingjian.registry.listing.EntryState.HEARING_REQUESTED;
import static io.mingjian.registry.listing.EntryState.LISTED;
import static io.mingjian.registry.listing.EntryState.NOTICED;
import static io.mingjian.registry.listing.EntryState.NOT_LISTED;
import static io.mingjian.registry.listing.EntryState.OBJECTION_ACCEPTED;
import static io.mingjian.registry.listing.EntryState.OBJECTION_RAISED;
import static io.mingjian.registry.listing.EntryState.REMOVAL_APPLIED;
import static io.mingjian.registry.listing.EntryState.REMOVAL_REVIEW;
import static io.mingjian.registry.listing.EntryState.REMOVED;
import static io.mingjian.registry.listing.EntryState.REVOKED;
import static io.mingjian.registry.listing.EntryState.UNDER_REVIEW;
import static io.mingjian.registry.listing.EntryStep.ACCEPT_OBJECTION;
import static io.mingjian.registry.listing.EntryStep.ACCEPT_REMOVAL;
import static io.mingjian.registry.listing.EntryStep.APPLY_REMOVAL;
import static io.mingjian.registry.listing.EntryStep.APPOINT_HEARING;
import static io.mingjian.registry.listing.EntryStep.ARCHIVE;
import static io.mingjian.registry.listing.EntryStep.BEGIN_REVIEW;
import static io.mingjian.registry.listing.EntryStep.DISMISS;
import static io.mingjian.registry.listing.EntryStep.END_STAY;
import static io.mingjian.registry.listing.EntryStep.EXPIRE;
import static io.mingjian.registry.listing.EntryStep.EXTEND;
import static io.mingjian.registry.listing.EntryStep.HOLD_HEARING;
import static io.mingjian.registry.listing.EntryStep.LIST;
import static io.mingjian.registry.listing.EntryStep.NOT_LIST;
import static io.mingjian.registry.listing.EntryStep.OBJECT;
import static io.mingjian.registry.listing.EntryStep.PROLONG;
import static io.mingjian.registry.listing.EntryStep.PROPOSE_EXTENSION;
import static io.mingjian.registry.listing.EntryStep.PROPOSE_LISTING;
import static io.mingjian.registry.listing.EntryStep.PROPOSE_ON_OBJECTION;
import static io.mingjian.registry.listing.EntryStep.PROPOSE_ON_REMOVAL;
import static io.mingjian.registry.listing.EntryStep.PROPOSE_REVOCATION;
import static io.mingjian.registry.listing.EntryStep.RECORD_DEFENCE;
import static io.mingjian.registry.listing.EntryStep.RECORD_REMEDY;
import static io.mingjian.registry.listing.EntryStep.REFUSE_OBJECTION;
import static io.mingjian.registry.listing.EntryStep.REFUSE_REMOVAL;
import static io.mingjian.registry.listing.EntryStep.REJECT_OBJECTION;
import static io.mingjian.registry.listing.EntryStep.REJECT_REMOVAL;
import static io.mingjian.registry.listing.EntryStep.REMOVE;
import static io.mingjian.registry.listing.EntryStep.REQUEST_HEARING;
import static io.mingjian.registry.listing.EntryStep.RETURN;
import static io.mingjian.registry.listing.EntryStep.REVOKE;
import static io.mingjian.registry.listing.EntryStep.SERVE_NOTICE;
import static io.mingjian.registry.listing.EntryStep.STAY;
import static io.mingjian.registry.listing.EntryStep.UPHOLD_OBJECTION;
import static io.mingjian.registry.listing.EntryStep.WITHDRAW_HEARING;

import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import java.util.EnumSet;

/**
 * Entries of the abnormal-filer list. What has no row cannot happen: the machine proposes and lets
 * a term run out, all else is done by people.
 *
 * <p>What depends on more than the state stands in {@link Openness}: which steps {@code
 * rules/listing-procedure.yaml} switches off, that a decision needs a second person ({@link
 * Pending}), and that nobody is listed before he could speak.
 */
final class EntryLifecycle {
    private static final By OFFICER = HANDLER.or(REVIEWER);
    private static final String NONE_FOUND = "[assumption] no text found";
    private static final String PENALTY = "[assumption] Penalty Law Art 44, 45, 62";
    private static final String HEARING = "[assumption] Penalty Law Art 63–65";
    private static final String REPAIR = "[assumption] Order 107";
    private static final String REMEDY = "[assumption] Reconsideration Law Art 20";

    // spotless:off
    static final Lifecycle<EntryState, EntryStep> TABLE = Lifecycle.<EntryState, EntryStep>of("abnormal-filer-entry", CANDIDATE, EnumSet.of(ARCHIVED),
        //  from                step                  to                  by       reasons   clocks                                                       article
        row(CANDIDATE,          BEGIN_REVIEW,         UNDER_REVIEW,       OFFICER, REQUIRED, stop(CANDIDATE_REVIEW),                                      NONE_FOUND),
        row(CANDIDATE,          DISMISS,              DISMISSED,          OFFICER, REQUIRED, stop(CANDIDATE_REVIEW),                                      NONE_FOUND),
        row(UNDER_REVIEW,       DISMISS,              DISMISSED,          OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(UNDER_REVIEW,       SERVE_NOTICE,         NOTICED,            OFFICER, REQUIRED, start(DEFENCE).start(HEARING_REQUEST).start(DECISION),       PENALTY),
        row(NOTICED,            RECORD_DEFENCE,       DEFENCE_RECEIVED,   OFFICER, OPTIONAL, none(),                                                      PENALTY),
        row(DEFENCE_RECEIVED,   RECORD_DEFENCE,       DEFENCE_RECEIVED,   OFFICER, OPTIONAL, none(),                                                      PENALTY),
        row(NOTICED,            REQUEST_HEARING,      HEARING_REQUESTED,  OFFICER, OPTIONAL, stop(HEARING_REQUEST).stop(DECISION),                        HEARING),
        row(DEFENCE_RECEIVED,   REQUEST_HEARING,      HEARING_REQUESTED,  OFFICER, OPTIONAL, stop(HEARING_REQUEST).stop(DECISION),                        HEARING),
        row(HEARING_REQUESTED,  APPOINT_HEARING,      HEARING_APPOINTED,  OFFICER, OPTIONAL, none(),                                                      HEARING),
        row(HEARING_APPOINTED,  APPOINT_HEARING,      HEARING_APPOINTED,  OFFICER, OPTIONAL, none(),                                                      HEARING),
        row(HEARING_APPOINTED,  HOLD_HEARING,         HEARD,              OFFICER, OPTIONAL, stop(DEFENCE).start(DECISION),                               HEARING),
        row(HEARING_REQUESTED,  WITHDRAW_HEARING,     DEFENCE_RECEIVED,   OFFICER, REQUIRED, start(DECISION),                                             HEARING),
        row(HEARING_APPOINTED,  WITHDRAW_HEARING,     DEFENCE_RECEIVED,   OFFICER, REQUIRED, start(DECISION),                                             HEARING),
        row(UNDER_REVIEW,       PROPOSE_LISTING,      UNDER_REVIEW,       OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(NOTICED,            PROPOSE_LISTING,      NOTICED,            OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(DEFENCE_RECEIVED,   PROPOSE_LISTING,      DEFENCE_RECEIVED,   OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(HEARD,              PROPOSE_LISTING,      HEARD,              OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(UNDER_REVIEW,       RETURN,               UNDER_REVIEW,       HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(NOTICED,            RETURN,               NOTICED,            HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(DEFENCE_RECEIVED,   RETURN,               DEFENCE_RECEIVED,   HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(HEARD,              RETURN,               HEARD,              HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(UNDER_REVIEW,       LIST,                 LISTED,             HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(NOTICED,            LIST,                 LISTED,             HEAD,    REQUIRED, stop(DEFENCE).stop(HEARING_REQUEST).stop(DECISION),          NONE_FOUND),
        row(DEFENCE_RECEIVED,   LIST,                 LISTED,             HEAD,    REQUIRED, stop(DEFENCE).stop(HEARING_REQUEST).stop(DECISION),          NONE_FOUND),
        row(HEARD,              LIST,                 LISTED,             HEAD,    REQUIRED, stop(DECISION),                                              NONE_FOUND),
        row(NOTICED,            NOT_LIST,             NOT_LISTED,         HEAD,    REQUIRED, stop(DEFENCE).stop(HEARING_REQUEST).stop(DECISION),          NONE_FOUND),
        row(DEFENCE_RECEIVED,   NOT_LIST,             NOT_LISTED,         HEAD,    REQUIRED, stop(DEFENCE).stop(HEARING_REQUEST).stop(DECISION),          NONE_FOUND),
        row(HEARD,              NOT_LIST,             NOT_LISTED,         HEAD,    REQUIRED, stop(DECISION),                                              NONE_FOUND),
        row(LISTED,             OBJECT,               OBJECTION_RAISED,   OFFICER, OPTIONAL, start(OBJECTION_ACCEPTANCE),                                 REPAIR),
        row(OBJECTION_RAISED,   ACCEPT_OBJECTION,     OBJECTION_ACCEPTED, OFFICER, OPTIONAL, stop(OBJECTION_ACCEPTANCE).start(OBJECTION_DECISION),        REPAIR),
        row(OBJECTION_RAISED,   REJECT_OBJECTION,     LISTED,             OFFICER, REQUIRED, stop(OBJECTION_ACCEPTANCE),                                  REPAIR),
        row(OBJECTION_RAISED,   STAY,                 OBJECTION_RAISED,   HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(OBJECTION_ACCEPTED, STAY,                 OBJECTION_ACCEPTED, HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(OBJECTION_RAISED,   END_STAY,             OBJECTION_RAISED,   HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(OBJECTION_ACCEPTED, END_STAY,             OBJECTION_ACCEPTED, HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(OBJECTION_ACCEPTED, PROLONG,              OBJECTION_ACCEPTED, HEAD,    REQUIRED, none(),                                                      REPAIR),
        row(OBJECTION_ACCEPTED, PROPOSE_ON_OBJECTION, OBJECTION_ACCEPTED, OFFICER, REQUIRED, none(),                                                      REPAIR),
        row(OBJECTION_ACCEPTED, PROPOSE_REVOCATION,   OBJECTION_ACCEPTED, OFFICER, REQUIRED, none(),                                                      REPAIR),
        row(OBJECTION_ACCEPTED, RETURN,               OBJECTION_ACCEPTED, HEAD,    REQUIRED, none(),                                                      REPAIR),
        row(OBJECTION_ACCEPTED, UPHOLD_OBJECTION,     REVOKED,            HEAD,    REQUIRED, stop(OBJECTION_DECISION).start(CORRECTION),                  REPAIR),
        row(OBJECTION_ACCEPTED, REFUSE_OBJECTION,     LISTED,             HEAD,    REQUIRED, stop(OBJECTION_DECISION),                                    REPAIR),
        row(LISTED,             APPLY_REMOVAL,        REMOVAL_APPLIED,    OFFICER, OPTIONAL, start(REMOVAL_ACCEPTANCE),                                   REPAIR),
        row(REMOVAL_APPLIED,    ACCEPT_REMOVAL,       REMOVAL_REVIEW,     OFFICER, OPTIONAL, stop(REMOVAL_ACCEPTANCE).start(REMOVAL_DECISION),            REPAIR),
        row(REMOVAL_APPLIED,    REJECT_REMOVAL,       LISTED,             OFFICER, REQUIRED, stop(REMOVAL_ACCEPTANCE),                                    REPAIR),
        row(REMOVAL_REVIEW,     PROLONG,              REMOVAL_REVIEW,     HEAD,    REQUIRED, none(),                                                      REPAIR),
        row(REMOVAL_REVIEW,     PROPOSE_ON_REMOVAL,   REMOVAL_REVIEW,     OFFICER, REQUIRED, none(),                                                      REPAIR),
        row(REMOVAL_REVIEW,     PROPOSE_REVOCATION,   REMOVAL_REVIEW,     OFFICER, REQUIRED, none(),                                                      REPAIR),
        row(REMOVAL_REVIEW,     RETURN,               REMOVAL_REVIEW,     HEAD,    REQUIRED, none(),                                                      REPAIR),
        row(REMOVAL_REVIEW,     REMOVE,               REMOVED,            HEAD,    REQUIRED, stop(REMOVAL_DECISION).start(CORRECTION),                    REPAIR),
        row(REMOVAL_REVIEW,     REFUSE_REMOVAL,       LISTED,             HEAD,    REQUIRED, stop(REMOVAL_DECISION),                                      REPAIR),
        row(LISTED,             PROPOSE_EXTENSION,    LISTED,             OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(LISTED,             PROPOSE_REVOCATION,   LISTED,             OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(LISTED,             RETURN,               LISTED,             HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(LISTED,             EXTEND,               LISTED,             HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(OBJECTION_RAISED,   PROPOSE_REVOCATION,   OBJECTION_RAISED,   OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(OBJECTION_RAISED,   RETURN,               OBJECTION_RAISED,   HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(REMOVAL_APPLIED,    PROPOSE_REVOCATION,   REMOVAL_APPLIED,    OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(REMOVAL_APPLIED,    RETURN,               REMOVAL_APPLIED,    HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(EXPIRED,            PROPOSE_REVOCATION,   EXPIRED,            OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(EXPIRED,            RETURN,               EXPIRED,            HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(REMOVED,            PROPOSE_REVOCATION,   REMOVED,            OFFICER, REQUIRED, none(),                                                      NONE_FOUND),
        row(REMOVED,            RETURN,               REMOVED,            HEAD,    REQUIRED, none(),                                                      NONE_FOUND),
        row(LISTED,             REVOKE,               REVOKED,            HEAD,    REQUIRED, start(CORRECTION),                                           REMEDY),
        row(OBJECTION_RAISED,   REVOKE,               REVOKED,            HEAD,    REQUIRED, stop(OBJECTION_ACCEPTANCE).start(CORRECTION),                REMEDY),
        row(OBJECTION_ACCEPTED, REVOKE,               REVOKED,            HEAD,    REQUIRED, stop(OBJECTION_DECISION).start(CORRECTION),                  REMEDY),
        row(REMOVAL_APPLIED,    REVOKE,               REVOKED,            HEAD,    REQUIRED, stop(REMOVAL_ACCEPTANCE).start(CORRECTION),                  REMEDY),
        row(REMOVAL_REVIEW,     REVOKE,               REVOKED,            HEAD,    REQUIRED, stop(REMOVAL_DECISION).start(CORRECTION),                    REMEDY),
        row(EXPIRED,            REVOKE,               REVOKED,            HEAD,    REQUIRED, start(CORRECTION),                                           REMEDY),
        row(REMOVED,            REVOKE,               REVOKED,            HEAD,    REQUIRED, stop(CORRECTION).start(CORRECTION),                          REMEDY),
        row(LISTED,             RECORD_REMEDY,        LISTED,             OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(OBJECTION_RAISED,   RECORD_REMEDY,        OBJECTION_RAISED,   OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(OBJECTION_ACCEPTED, RECORD_REMEDY,        OBJECTION_ACCEPTED, OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(REMOVAL_APPLIED,    RECORD_REMEDY,        REMOVAL_APPLIED,    OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(REMOVAL_REVIEW,     RECORD_REMEDY,        REMOVAL_REVIEW,     OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(EXPIRED,            RECORD_REMEDY,        EXPIRED,            OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(REMOVED,            RECORD_REMEDY,        REMOVED,            OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(REVOKED,            RECORD_REMEDY,        REVOKED,            OFFICER, REQUIRED, none(),                                                      REMEDY),
        row(LISTED,             EXPIRE,               EXPIRED,            MACHINE, OPTIONAL, none(),                                                      NONE_FOUND),
        row(OBJECTION_RAISED,   EXPIRE,               OBJECTION_RAISED,   MACHINE, OPTIONAL, none(),                                                      NONE_FOUND),
        row(OBJECTION_ACCEPTED, EXPIRE,               OBJECTION_ACCEPTED, MACHINE, OPTIONAL, none(),                                                      NONE_FOUND),
        row(REMOVAL_APPLIED,    EXPIRE,               EXPIRED,            MACHINE, OPTIONAL, stop(REMOVAL_ACCEPTANCE),                                    NONE_FOUND),
        row(REMOVAL_REVIEW,     EXPIRE,               EXPIRED,            MACHINE, OPTIONAL, stop(REMOVAL_DECISION),                                      NONE_FOUND),
        row(DISMISSED,          ARCHIVE,              ARCHIVED,           OFFICER, OPTIONAL, none(),                                                      "–"),
        row(NOT_LISTED,         ARCHIVE,              ARCHIVED,           OFFICER, OPTIONAL, none(),                                                      "–"),
        row(EXPIRED,            ARCHIVE,              ARCHIVED,           OFFICER, OPTIONAL, none(),                                                      "–"),
        row(REMOVED,            ARCHIVE,              ARCHIVED,           OFFICER, OPTIONAL, stop(CORRECTION),                                            "–"),
        row(REVOKED,            ARCHIVE,              ARCHIVED,           OFFICER, OPTIONAL, stop(CORRECTION),                                            "–"))
        .opening(start(CANDIDATE_REVIEW));
    // spotless:on

    static final LegalLimits<EntryLimit> LIMITS =
            LegalLimits.load(EntryLimit.class, "limits/abnormal-filer-entry.yaml");

    static final ProcedureRules RULES = ProcedureRules.shipped();

    private EntryLifecycle() {}
}
