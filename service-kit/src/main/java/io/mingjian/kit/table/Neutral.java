package io.mingjian.kit.table;

/**
 * Text that a table program would take for a formula gets an apostrophe in front when we write it,
 * and loses that apostrophe when it comes back.
 */
public final class Neutral {
    private static final String DANGEROUS = "=+-@\t\r";

    private Neutral() {}

    public static String write(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public static String read(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && DANGEROUS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
