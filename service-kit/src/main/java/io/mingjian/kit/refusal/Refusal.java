package io.mingjian.kit.refusal;

import java.util.List;
import java.util.Map;

/** A request that a rule refuses. Not an accident: no stack trace, no log line, nothing changed. */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final String zh;
    private final String en;
    private final transient List<FieldError> errors;

    protected Refusal(ProblemType type, String zh, String en, List<FieldError> errors) {
        super(en, null, false, false);
        this.type = type;
        this.zh = zh;
        this.en = en;
        this.errors = List.copyOf(errors);
    }

    protected Refusal(ProblemType type, String zh, String en) {
        this(type, zh, en, List.of());
    }

    public ProblemType type() {
        return type;
    }

    public String detail(boolean english) {
        return english ? en : zh;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Members of the problem document beside the standard ones. */
    public Map<String, Object> extensions() {
        return Map.of();
    }
}
