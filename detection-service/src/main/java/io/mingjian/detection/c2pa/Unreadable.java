package io.mingjian.detection.c2pa;

/** The credential cannot be read to its end. Caught by the verifier; leaves no room. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Why {
        /** The structure contradicts itself or breaks off. */
        DAMAGED,
        /** One of {@link Limits} is reached. */
        LIMIT,
        /** Well formed, but of a kind that is not read. */
        UNSUPPORTED
    }

    private final Why why;

    private final String detail;

    Unreadable(Why why, String detail) {
        super(detail, null, false, false);
        this.why = why;
        this.detail = detail;
    }

    static Unreadable damaged(String message) {
        return new Unreadable(Why.DAMAGED, message);
    }

    static Unreadable limit(String message) {
        return new Unreadable(Why.LIMIT, message);
    }

    static Unreadable unsupported(String message) {
        return new Unreadable(Why.UNSUPPORTED, message);
    }

    Why why() {
        return why;
    }

    String detail() {
        return detail;
    }
}
