package io.mingjian.kit.table;

/** A file that cannot be read as a whole; says why, for people. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String zh) {
        super(zh, null, false, false);
    }
}
