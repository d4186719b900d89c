/**
 * Notices of the two procedures: numbered, made from templates of dated versions, shown as PDF and
 * DOCX, served with proof (Order 121 Arts 10, 15, 20, 23, 24, 34, 36; SAMR form set of April 2026).
 *
 * <p>Owns {@code document}, {@code document_template}, {@code document_rendition} and {@code
 * document_service}. A step orders a notice; this room never decides that one is due. Keeps no
 * name, phone or address of a filer: they are opened while a notice is written, and a notice to the
 * other side never tells who reported (Art 37).
 */
package io.mingjian.registry.document;
