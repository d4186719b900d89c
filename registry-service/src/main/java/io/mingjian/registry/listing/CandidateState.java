package io.mingjian.registry.listing;

/** Where a candidate stands. */
enum CandidateState {
    /** Proposed by a criterion; nobody has looked yet. */
    CANDIDATE("待复核"),
    UNDER_REVIEW("复核中"),
    DISMISSED("不列入");

    private final String zh;

    CandidateState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
