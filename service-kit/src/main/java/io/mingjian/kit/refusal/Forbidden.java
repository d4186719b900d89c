package io.mingjian.kit.refusal;

import java.util.Map;

/**
 * The caller's organisation or role may not do this at all. For a foreign object use {@link
 * NotFound}.
 */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Forbidden(String zh, String en) {
        this("", zh, en);
    }

    /**
     * @param code stable kebab-case name of the rule, for callers who can do something about it
     */
    public Forbidden(String code, String zh, String en) {
        super(ProblemType.FORBIDDEN, zh, en);
        this.code = code;
    }

    @Override
    public Map<String, Object> extensions() {
        return code.isEmpty() ? Map.of() : Map.of("code", code);
    }
}
