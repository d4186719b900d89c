package io.mingjian.acceptance.actor;

/** An actor could not do what the story says. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    Refused(Answer answer, int expected) {
        super(
                "%s: HTTP %d instead of %d: %s"
                        .formatted(
                                answer.request(),
                                answer.status(),
                                expected,
                                shortened(answer.text())));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
