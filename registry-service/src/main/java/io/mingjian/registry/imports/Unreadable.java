package io.mingjian.registry.imports;

/** A file that cannot be read as a whole; says why, for people. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String zh) {
        super(zh, null, false, false);
    }
}
