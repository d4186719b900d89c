package io.mingjian.kit.refusal;

import java.util.Map;

/** The request collides with what is already there. */
public final class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable kebab-case name of the collision
     */
    public Conflict(String code, String zh, String en) {
        super(ProblemType.CONFLICT, zh, en);
        this.code = code;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("code", code);
    }
}
