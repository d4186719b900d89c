package io.mingjian.registry.listing;

import static io.mingjian.kit.lifecycle.Actor.HANDLER;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.registry.listing.CandidateLimit.CANDIDATE_REVIEW;
import static io.mingjian.registry.listing.CandidateState.CANDIDATE;
import static io.mingjian.registry.listing.CandidateState.DISMISSED;
import static io.mingjian.registry.listing.CandidateState.UNDER_REVIEW;
import static io.mingjian.registry.listing.CandidateStep.BEGIN_REVIEW;
import static io.mingjian.registry.listing.CandidateStep.DISMISS;

import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import java.util.EnumSet;

/** Candidates for the abnormal-filer list. The review clock starts with the proposal. */
final class CandidateLifecycle {
    private static final By OFFICER = HANDLER.or(REVIEWER);

    // spotless:off
    static final Lifecycle<CandidateState, CandidateStep> TABLE = Lifecycle.of("candidate", CANDIDATE, EnumSet.of(DISMISSED),
        //  from          step          to            by       reasons   clocks                  article
        row(CANDIDATE,    BEGIN_REVIEW, UNDER_REVIEW, OFFICER, REQUIRED, stop(CANDIDATE_REVIEW), "[assumption] no text found"),
        row(CANDIDATE,    DISMISS,      DISMISSED,    OFFICER, REQUIRED, stop(CANDIDATE_REVIEW), "[assumption] no text found"),
        row(UNDER_REVIEW, DISMISS,      DISMISSED,    OFFICER, REQUIRED, none(),                 "[assumption] no text found"))
        .opening(start(CANDIDATE_REVIEW));
    // spotless:on

    static final LegalLimits<CandidateLimit> LIMITS =
            LegalLimits.load(CandidateLimit.class, "limits/candidate.yaml");

    private CandidateLifecycle() {}
}
