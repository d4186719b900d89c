package io.mingjian.gateway.quota;

import java.util.Map;

/**
 * What a bucket says about one request.
 *
 * @param policy name in the headers
 * @param quota requests in one window
 * @param windowSeconds length of the window
 * @param remaining requests left now
 * @param resetSeconds until the bucket is full again
 * @param retryAfterSeconds until the next request is let in; 0 if this one was
 */
public record Verdict(
        String policy,
        boolean allowed,
        long quota,
        long windowSeconds,
        long remaining,
        long resetSeconds,
        long retryAfterSeconds) {

    /** Headers of the IETF draft "RateLimit header fields for HTTP". */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, quota, windowSeconds),
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, remaining, resetSeconds));
    }
}
