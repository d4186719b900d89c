package io.mingjian.benchmarks;

import java.util.Locale;

/** Prints Markdown tables. */
public final class Report {
    private Report() {}

    public static void title(String title, String... columns) {
        System.out.printf(
                "%n### %s%n%n| %s |%n|%s%n",
                title, String.join(" | ", columns), "---|".repeat(columns.length));
    }

    public static void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ')
                    .append(
                            cell instanceof Double number
                                    ? String.format(Locale.ROOT, "%.1f", number)
                                    : cell)
                    .append(" |");
        }
        System.out.println(row);
    }
}
