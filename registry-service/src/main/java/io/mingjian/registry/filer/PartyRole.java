package io.mingjian.registry.filer;

/** Parts that persons other than the first filer have in a filing. */
public enum PartyRole {
    /** Complains together with the first complainant (Order 121 Art 12); a filer of its own. */
    JOINT_COMPLAINANT("共同投诉人"),
    /** Files for the filer (Art 11); is no filer. */
    AGENT("受托人");

    private final String zh;

    PartyRole(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
