package io.mingjian.stack.process;

/** Something the person at the keyboard must know in one line; carries no stack trace to them. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackFailure(String line) {
        super(line);
    }

    public StackFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
