package io.mingjian.kit.refusal;

/**
 * The caller's organisation or role may not do this at all. For a foreign object use {@link
 * NotFound}.
 */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    public Forbidden(String zh, String en) {
        super(ProblemType.FORBIDDEN, zh, en);
    }
}
