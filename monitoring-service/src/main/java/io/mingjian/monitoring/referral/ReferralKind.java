package io.mingjian.monitoring.referral;

/** What a lead shows beside a violation of its subject. */
public enum ReferralKind {
    /** Somebody who files complaints or reports behaves as Order 121 Art 42 describes. */
    FILER_CONDUCT("投诉举报人异常行为"),
    CRIME("涉嫌犯罪");

    private final String zh;

    ReferralKind(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
