/**
 * Findings come in by files: a workbook or a table of text is taken, read in the background, shown
 * with its errors, and entered when a person says so. A bundle's findings are entered by the same
 * worker.
 *
 * <p>Owns {@code lead_import}, {@code lead_import_piece} and {@code lead_import_row}. What a row
 * says is checked and entered by the room of leads as the item of a batch is: the number of a
 * finding enters once. Must never enter a row twice, and never evaluate what is in a cell.
 */
package io.mingjian.monitoring.imports;
