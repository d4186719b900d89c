/**
 * What is set on paper: letters as PDF and DOCX, reports as PDF pages, lists as XLSX sheets. The
 * same content in the same font is the same bytes: ids and dates come from what is written, none
 * from the moment.
 *
 * <p>Knows no case, no law and no table; owns the one setting {@code mingjian.document.font}. Needs
 * {@code poi-ooxml} where {@link io.mingjian.paper.DocxLetter} is used.
 */
package io.mingjian.paper;
