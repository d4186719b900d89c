package io.mingjian.monitoring.quality;

/** What a disposal says about the finding. */
enum Outcome {
    /** What the agency found was so and was against the law. */
    VIOLATION_CONFIRMED,
    /** It was verified and was not so, or was lawful. */
    NOT_CONFIRMED,
    /** It was not verified here, so it counts neither for nor against the agency. */
    NOT_DETERMINED
}
