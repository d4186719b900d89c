/**
 * Rows that come in by files: a workbook or a table of text is taken, read in the background, shown
 * with its errors, and entered when a person says so. A service names its tables and says what a
 * row means ({@link io.mingjian.kit.imports.RowMeaning}); all else is done here.
 *
 * <p>Must never enter a row twice, and never evaluate what is in a cell.
 */
package io.mingjian.kit.imports;
