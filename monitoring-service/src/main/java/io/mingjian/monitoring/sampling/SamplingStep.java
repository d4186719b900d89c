package io.mingjian.monitoring.sampling;

/** What can be done with a lot. */
enum SamplingStep {
    ACCEPT("整批通过"),
    FALL_BACK("转为逐条审核");

    private final String zh;

    SamplingStep(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    String zh() {
        return zh;
    }
}
