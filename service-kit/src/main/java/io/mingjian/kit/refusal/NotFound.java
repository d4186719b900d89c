package io.mingjian.kit.refusal;

/** The object does not exist, or it is another tenant's: both read the same. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param zh what was looked for, as 投诉
     */
    public NotFound(String zh, String en) {
        super(ProblemType.NOT_FOUND, "未找到该" + zh + "。", "No such " + en + ".");
    }
}
