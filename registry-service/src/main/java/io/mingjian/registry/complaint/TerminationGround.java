package io.mingjian.registry.complaint;

import static io.mingjian.registry.complaint.ComplaintState.ACCEPTED;
import static io.mingjian.registry.complaint.ComplaintState.APPRAISAL;
import static io.mingjian.registry.complaint.ComplaintState.DELEGATED;
import static io.mingjian.registry.complaint.ComplaintState.MEDIATING;
import static io.mingjian.registry.complaint.ComplaintState.OPEN_TO_MEDIATION;
import static io.mingjian.registry.complaint.ComplaintState.SUSPENDED_RECUSAL;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Grounds on which mediation is terminated, by their numbers in Order 121 Art 23: from which states
 * each may be used, and what must be shown beside the reasons.
 */
enum TerminationGround {
    // spotless:off
    WITHDRAWN_OR_SETTLED    (1, "投诉人撤回投诉，或者双方自行和解",                 OPEN_TO_MEDIATION,                                  Guard.WHAT_WAS_PAID),
    ABSENT_OR_REFUSED       (2, "当事人无正当理由不参加调解，或者拒绝调解",         EnumSet.of(ACCEPTED, MEDIATING, DELEGATED, SUSPENDED_RECUSAL), Guard.NONE),
    CLEAR_FAILURE           (3, "双方分歧明显，不能达成一致",                       EnumSet.of(MEDIATING, DELEGATED),                   Guard.NONE),
    APPRAISAL_COST          (4, "对检定、检验、检测、鉴定费用的承担不能达成一致",   EnumSet.of(MEDIATING, APPRAISAL),                   Guard.NONE),
    SIXTY_DAYS              (5, "自受理之日起六十日内未能达成调解协议",             OPEN_TO_MEDIATION,                                  Guard.TERM_HAS_PASSED),
    NOT_ACCEPTABLE_AFTER_ALL(6, "受理后发现属于第十六条或者第四十二条规定的情形",   OPEN_TO_MEDIATION,                                  Guard.WHICH_SITUATION),
    DEATH_OR_EXTINCTION     (7, "一方死亡或者终止，没有承受其权利义务的人",         OPEN_TO_MEDIATION,                                  Guard.NONE),
    OTHER_LAW               (8, "法律、法规、规章规定应当终止调解的其他情形",       OPEN_TO_MEDIATION,                                  Guard.WHICH_LAW);
    // spotless:on

    /** What a ground asks for beside reasons. */
    enum Guard {
        NONE,
        /** What the respondent paid before, if anything. */
        WHAT_WAS_PAID,
        /** The sixty days have passed, appraisals left out (Art 22). A machine may only say so. */
        TERM_HAS_PASSED,
        /** Which ground of Art 16, or which conduct of Art 42. */
        WHICH_SITUATION,
        /** Which provision of which law. */
        WHICH_LAW
    }

    private final int number;
    private final String zh;
    private final Set<ComplaintState> usableIn;
    private final Guard guard;

    TerminationGround(int number, String zh, Set<ComplaintState> usableIn, Guard guard) {
        this.number = number;
        this.zh = zh;
        this.usableIn = usableIn;
        this.guard = guard;
    }

    static Optional<TerminationGround> ofNumber(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    int number() {
        return number;
    }

    String zh() {
        return zh;
    }

    Guard guard() {
        return guard;
    }

    boolean isUsableIn(ComplaintState state) {
        return usableIn.contains(state);
    }

    /** As decisions name it: {@code 23(5)}. */
    String code() {
        return "23(" + number + ")";
    }

    String article() {
        return "Order 121 Art " + code();
    }
}
