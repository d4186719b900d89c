package io.mingjian.acceptance.tour;

/** A step of the tour does not hold. */
public final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailed(String zh, String en) {
        super(zh + " / " + en);
    }
}
