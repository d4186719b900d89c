package io.mingjian.kit.refusal;

import java.time.Duration;
import java.util.Map;

/** The caller has done this as often as it may for now. */
public final class LimitReached extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration wait;

    /**
     * @param code stable kebab-case name of the limit
     * @param wait until it may be tried again; told in {@code Retry-After}
     */
    public LimitReached(String code, String zh, String en, Duration wait) {
        super(ProblemType.LIMIT_REACHED, zh, en);
        this.code = code;
        this.wait = wait;
    }

    /** At least a second. */
    public long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("code", code);
    }
}
