package io.mingjian.kit.refusal;

import java.util.List;

/** The content breaks rules; all faults are named at once. */
public final class Invalid extends Refusal {
    private static final long serialVersionUID = 1L;

    public Invalid(List<FieldError> errors) {
        super(
                ProblemType.INVALID,
                "共有 " + errors.size() + " 处不符合要求，请按提示修改。",
                errors.size() + " field(s) do not meet the rules.",
                errors);
    }

    public Invalid(String pointer, String code, String zh, String en) {
        this(List.of(new FieldError(pointer, code, zh, en)));
    }
}
