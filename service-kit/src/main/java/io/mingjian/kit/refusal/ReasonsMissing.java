package io.mingjian.kit.refusal;

import java.util.List;

/** A decision that needs reasons came without them. */
public final class ReasonsMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public ReasonsMissing() {
        super(
                ProblemType.REASONS_MISSING,
                "该决定须写明理由。",
                "This decision needs reasons.",
                List.of(new FieldError("/reasons", "required", "请填写理由。", "Reasons are required.")));
    }
}
