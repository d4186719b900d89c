package io.mingjian.kit.table;

/** What stands in one place of a table; nothing in it is ever evaluated. */
public sealed interface Cell {
    Cell BLANK = new Text("");

    /** As a person would read it. */
    String text();

    /** Words, or figures kept as words. */
    record Text(String text) implements Cell {}

    /** A figure of a workbook; it has lost its leading zeros, and beyond 15 digits its truth. */
    record Figure(String text) implements Cell {
        private static final int EXACT_DIGITS = 15;

        public boolean isExact() {
            return text.chars().filter(Character::isDigit).count() <= EXACT_DIGITS;
        }
    }

    /** A day or a time of a workbook, in ISO form without zone. */
    record Day(String text) implements Cell {}

    /** A formula; only its text is kept. */
    record Formula(String text) implements Cell {}

    /** What the workbook itself shows as an error. */
    record Broken(String text) implements Cell {}
}
