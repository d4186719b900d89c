/**
 * Filings, and entries of other agencies' lists, come in by files: a workbook or a table of text is
 * taken, read in the background, shown with its errors, and entered when a person says so. An entry
 * of another list becomes a candidate with its source, never more (domain: import as candidates).
 *
 * <p>Owns {@code import_job}, {@code import_piece}, {@code import_row} and {@code imported_entry}.
 * What a row says is sealed as identities are, and unsealed only to enter it or to give the faulty
 * rows back to those who sent them. Must never enter a row twice, and never evaluate what is in a
 * cell.
 */
package io.mingjian.registry.imports;
