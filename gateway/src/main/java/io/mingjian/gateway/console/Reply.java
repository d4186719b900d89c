package io.mingjian.gateway.console;

import org.jspecify.annotations.Nullable;

/** How a service answered a question of the console. */
sealed interface Reply<T> {

    /**
     * It did what was asked.
     *
     * @param etag version tag of the resource, to be sent back with a change
     */
    record Done<T>(T body, @Nullable String etag) implements Reply<T> {}

    /** It refused and said why. */
    record Refused<T>(int status, ServiceProblem problem) implements Reply<T> {}

    /** No usable answer came. */
    record Away<T>() implements Reply<T> {}
}
