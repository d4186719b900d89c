package io.mingjian.kit.refusal;

import java.util.List;

/** A parameter, header or body cannot be read at all. */
public final class Malformed extends Refusal {
    private static final long serialVersionUID = 1L;

    public Malformed(String zh, String en) {
        super(ProblemType.MALFORMED_REQUEST, zh, en);
    }

    public Malformed(FieldError error) {
        super(ProblemType.MALFORMED_REQUEST, error.zh(), error.en(), List.of(error));
    }
}
