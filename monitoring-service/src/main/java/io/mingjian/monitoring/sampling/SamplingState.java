package io.mingjian.monitoring.sampling;

/** Where a lot stands. */
enum SamplingState {
    OPEN("抽样审核中"),
    /** The rest was taken with one decision; an end. */
    ACCEPTED("批次通过"),
    /** Every lead is reviewed by itself; an end. */
    FULL_REVIEW("转为逐条审核");

    private final String zh;

    SamplingState(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    String zh() {
        return zh;
    }
}
