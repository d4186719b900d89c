package io.mingjian.kit.refusal;

/** The same {@code Idempotency-Key} came with another body. */
public final class IdempotencyKeyReuse extends Refusal {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReuse() {
        super(
                ProblemType.IDEMPOTENCY_KEY_REUSE,
                "该 Idempotency-Key 已用于内容不同的请求，请换用新的键。",
                "This Idempotency-Key was used for a different request; take a new one.");
    }
}
