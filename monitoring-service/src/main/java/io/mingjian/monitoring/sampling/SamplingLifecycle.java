package io.mingjian.monitoring.sampling;

import static io.mingjian.kit.lifecycle.Actor.CITY;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.sampling.SamplingState.ACCEPTED;
import static io.mingjian.monitoring.sampling.SamplingState.FULL_REVIEW;
import static io.mingjian.monitoring.sampling.SamplingState.OPEN;
import static io.mingjian.monitoring.sampling.SamplingStep.ACCEPT;
import static io.mingjian.monitoring.sampling.SamplingStep.FALL_BACK;

import io.mingjian.kit.lifecycle.Lifecycle;
import java.util.Set;

/** A lot is opened by a person and decided by a person, with reasons. */
final class SamplingLifecycle {
    static final Lifecycle<SamplingState, SamplingStep> TABLE =
            Lifecycle.of(
                    "sampling-lot",
                    OPEN,
                    Set.of(ACCEPTED, FULL_REVIEW),
                    // spotless:off
                    //  from   step       to           by                  reasons   clocks  Article
                    row(OPEN,  ACCEPT,    ACCEPTED,    CITY.and(REVIEWER), REQUIRED, none(), "[assumption] monitoring loop"),
                    row(OPEN,  FALL_BACK, FULL_REVIEW, CITY.and(REVIEWER), REQUIRED, none(), "[assumption] monitoring loop"));
                    // spotless:on

    private SamplingLifecycle() {}
}
