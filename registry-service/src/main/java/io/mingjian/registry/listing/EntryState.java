package io.mingjian.registry.listing;

/** Where an entry of the abnormal-filer list stands. */
enum EntryState {
    /** Proposed by a criterion, an officer or another list; nobody has looked yet. */
    CANDIDATE("待复核", true),
    UNDER_REVIEW("复核中", true),
    /** The person was told beforehand: facts, reasons, rights. */
    NOTICED("已事先告知", true),
    DEFENCE_RECEIVED("已收到陈述申辩", true),
    HEARING_REQUESTED("已申请听证", true),
    HEARING_APPOINTED("已通知听证", true),
    HEARD("已举行听证", true),
    /** On the list; whether it has effect on a day says the term. */
    LISTED("已列入", true),
    OBJECTION_RAISED("已提出异议", true),
    OBJECTION_ACCEPTED("异议审查中", true),
    REMOVAL_APPLIED("已申请移出", true),
    REMOVAL_REVIEW("移出审查中", true),
    DISMISSED("复核不列入", false),
    NOT_LISTED("决定不列入", false),
    EXPIRED("期满失效", false),
    REMOVED("已移出", false),
    /** It was wrong from the beginning; what was handled under it is looked at again. */
    REVOKED("已撤销", false),
    ARCHIVED("已归档", false);

    private final String zh;
    private final boolean live;

    EntryState(String zh, boolean live) {
        this.zh = zh;
        this.live = live;
    }

    String zh() {
        return zh;
    }

    /** Whether something is still to be decided, or it stands on the list. */
    boolean isLive() {
        return live;
    }
}
