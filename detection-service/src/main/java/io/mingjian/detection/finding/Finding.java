package io.mingjian.detection.finding;

import java.util.OptionalDouble;

/**
 * One statement of one analyzer about one picture. Four kinds, because "looked and saw nothing",
 * "this picture is not of my kind" and "could not look" are different answers, and none of them
 * means that the picture is genuine.
 */
public sealed interface Finding permits Found, NothingFound, NotApplicable, CouldNotRead {
    AnalyzerId by();

    /** Where the picture lies on the analyzer's scale from 0 to 1, if it has one. */
    default OptionalDouble score() {
        return OptionalDouble.empty();
    }
}
