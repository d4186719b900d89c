package io.mingjian.kit.refusal;

/** The content is over a limit; the detail tells it. */
public final class TooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param limit the limit with its unit, as {@code 20 MB}
     */
    public TooLarge(String limit) {
        super(
                ProblemType.TOO_LARGE,
                "内容超过上限（" + limit + "）。",
                "The content is over the limit of " + limit + ".");
    }
}
