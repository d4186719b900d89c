package io.mingjian.registry.listing;

import io.mingjian.kit.time.LimitName;

/** The clock of a candidate; its length is a dated row in {@code limits/candidate.yaml}. */
enum CandidateLimit implements LimitName {
    /** To look at a proposal; an assumption, starts with the proposal. */
    CANDIDATE_REVIEW("复核期限");

    private final String zh;

    CandidateLimit(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
