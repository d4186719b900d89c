package io.mingjian.client;

/** The run cannot go on. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Ending ending;
    private final transient Text why;

    public Stopped(Ending ending, Text why) {
        super(why.en());
        this.ending = ending;
        this.why = why;
    }

    public Ending ending() {
        return ending;
    }

    public Text why() {
        return why;
    }

    public static Stopped usage(String zh, String en, Object... values) {
        return new Stopped(Ending.USAGE, Text.of(zh, en, values));
    }
}
