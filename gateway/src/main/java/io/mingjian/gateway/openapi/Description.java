package io.mingjian.gateway.openapi;

import io.mingjian.gateway.upstream.Service;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one service's description.
 *
 * @param document the service's own OpenAPI document; {@code null} only if {@link State#MISSING}
 */
record Description(Service service, State state, @Nullable JsonObject document) {

    enum State {
        /** Given by the service within the last minute. */
        CURRENT,
        /** The service does not answer; this is what it said before. */
        STALE,
        /** The service does not answer and has not been heard yet. */
        MISSING
    }
}
