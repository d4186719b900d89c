/**
 * Filings come in by all channels (Order 121 Arts 8–11, 13, 29–32, 41): forms are read, mixed
 * filings split (Art 9), numbered, and routed to the bureau of the place.
 *
 * <p>Owns the table {@code submission}. Writes complaints and reports through the doors of their
 * rooms, in one transaction with filer, number, outbox and audit. Must never refuse a filing
 * because of who filed it.
 */
package io.mingjian.registry.intake;
