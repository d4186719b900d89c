/**
 * Who is the same person. Identities lie apart from the filings, encrypted (AES-256-GCM), and are
 * found again by keyed hashes (HMAC-SM3) of identity number and telephone; PIPL, Order 121 Art 37.
 *
 * <p>Owns {@code filer}, {@code filer_key}, {@code filer_contact}, {@code filer_statement}, {@code
 * filer_party}. Other rooms see pseudonyms and masked values only. Never writes an identity to
 * logs, events or exports.
 */
package io.mingjian.registry.filer;
