package io.mingjian.kit.table;

/**
 * How the text of a cell is taken.
 *
 * @see CellReader
 */
public enum CellForm {
    TEXT,
    DAY,
    TIME,
    AMOUNT,
    WHOLE,
    YES_NO,
    /** Several words, with commas or blanks between them. */
    LIST,
    /** Several sentences, one a line or with semicolons between them. */
    LINES,
    CODE,
    CODES
}
