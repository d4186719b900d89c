package io.mingjian.kit.lifecycle;

/**
 * One lawful step.
 *
 * @param article where it is written, such as {@code "15, 23(5)"}; {@code "–"} for a step of mere
 *     filing, and {@code "[assumption] …"} where no text was found
 */
public record Row<S extends Enum<S>, T extends Enum<T>>(
        S from, T step, S to, By by, Reasons reasons, ClockActions clocks, String article) {

    public Row {
        if (article.isBlank()) {
            throw new IllegalArgumentException("%s in %s names no article".formatted(step, from));
        }
    }

    /** A row that one capacity is enough for. */
    public static <S extends Enum<S>, T extends Enum<T>> Row<S, T> row(
            S from, T step, S to, Actor by, Reasons reasons, ClockActions clocks, String article) {
        return new Row<>(from, step, to, By.only(by), reasons, clocks, article);
    }

    /** A row that asks for capacities together or names alternatives. */
    public static <S extends Enum<S>, T extends Enum<T>> Row<S, T> row(
            S from, T step, S to, By by, Reasons reasons, ClockActions clocks, String article) {
        return new Row<>(from, step, to, by, reasons, clocks, article);
    }

    public boolean needsReasons() {
        return reasons == Reasons.REQUIRED;
    }
}
