package io.mingjian.registry.complaint;

import io.mingjian.kit.time.LimitName;

/** The clocks of a complaint; their lengths are dated rows in {@code limits/complaint.yaml}. */
enum ComplaintLimit implements LimitName {
    /** To route anew what a bureau gave back (Art 41: promptly; the day is an assumption). */
    ROUTING("重新分送期限"),
    /** To negotiate who has authority (Art 33). */
    AUTHORITY_DISPUTE("管辖权协商期限"),
    /** To prove who one is (Art 10(3); the days are an assumption). */
    IDENTITY_SUPPLEMENT("提供身份证明期限"),
    /** To decide on acceptance and tell (Order 121 Art 15). */
    ACCEPTANCE("受理期限"),
    /** To mediate (Art 23(5)). */
    MEDIATION("调解期限"),
    /** To tell both parties of the termination (Art 23). */
    TELL_BOTH_PARTIES("终止告知期限");

    private final String zh;

    ComplaintLimit(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
