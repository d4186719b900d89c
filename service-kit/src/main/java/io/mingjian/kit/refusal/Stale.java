package io.mingjian.kit.refusal;

/** Somebody else changed the resource since the caller read it (RFC 9110 §13.1.1). */
public final class Stale extends Refusal {
    private static final long serialVersionUID = 1L;

    public Stale() {
        super(
                ProblemType.STALE,
                "该记录已被他人更新，请重新载入后再操作。",
                "The record has changed since you read it; load it again.");
    }
}
