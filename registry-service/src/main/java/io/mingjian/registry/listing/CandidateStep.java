package io.mingjian.registry.listing;

/** What may be done with a candidate. */
enum CandidateStep {
    BEGIN_REVIEW("开始复核"),
    DISMISS("不列入");

    private final String zh;

    CandidateStep(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
