/**
 * Filings come in by files: a workbook or a table of text is taken, read in the background, shown
 * with its errors, and entered when a person says so.
 *
 * <p>Owns the tables {@code import_job}, {@code import_piece} and {@code import_row}. What a row
 * says is sealed as identities are, and unsealed only to enter it or to give the faulty rows back
 * to those who sent them. Must never enter a row twice, and never evaluate what is in a cell.
 */
package io.mingjian.registry.imports;
