package io.mingjian.registry.trial;

/** Whose proposals are counted. */
enum RuleSet {
    /** The versions in force on the day on which the trial was asked for. */
    IN_FORCE("现行标准"),
    /** The same, with the version that is tried in the place of its own criterion's. */
    TRIED("采用拟检验版本");

    private final String zh;

    RuleSet(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
