package io.mingjian.registry.trial;

/** What people had to say about a person after a rule would have proposed it. */
enum Verdict {
    LISTED("列入名录"),
    NOT_LISTED("不予列入"),
    /** Listed, and the listing turned out to be wrong. */
    REVOKED("列入后撤销"),
    /** People had decided before the rule would have spoken, and not again since. */
    BEFORE("此前已有决定"),
    NONE("尚无人工决定");

    private final String zh;

    Verdict(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
