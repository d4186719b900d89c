package io.mingjian.kit.refusal;

/** A change came without {@code If-Match} (RFC 6585 §3). */
public final class PreconditionMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public PreconditionMissing() {
        super(
                ProblemType.PRECONDITION_MISSING,
                "修改须携带 If-Match 请求头，其值为读取时返回的 ETag。",
                "A change needs If-Match with the ETag that was read.");
    }
}
