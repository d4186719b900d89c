package io.mingjian.gateway.identity;

import io.mingjian.gateway.upstream.Service;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/**
 * One row of the policy table: what can be asked for, by whom, how large and how long.
 *
 * @param path inside path with {@code {name}} for one segment, as {@code /v1/complaints/{id}}
 * @param grants of which one suffices
 */
public record Operation(
        Service service,
        HttpMethod method,
        String path,
        BodyLimit body,
        TimeLimit time,
        List<Grant> grants) {

    public Operation {
        grants = List.copyOf(grants);
    }

    /** Whether the table lets this caller ask at all. */
    public boolean allows(Caller caller) {
        return grants.stream().anyMatch(grant -> grant.allows(caller));
    }

    /** Path as callers outside write it. */
    public String outsidePath() {
        return service.prefix() + path;
    }

    /** Stable name for metrics and documents, as {@code POST /v1/filings}. */
    public String label() {
        return method.name() + " " + path;
    }
}
