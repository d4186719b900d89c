/**
 * What criteria count: one row for each filer of a submission, and dated facts about filers that
 * people have established (Order 121 Arts 16, 17, 42). Facts keep the filer under which they came
 * in; whose they are today is asked of the room {@code filer}, so that merging and taking apart
 * rewrites nothing here.
 *
 * <p>Owns {@code counted_filing}, {@code filer_mark}, {@code text_family} and {@code text_band}. A
 * mark that turns out to be wrong is revoked, never deleted. No opinion of a machine becomes a
 * mark.
 */
package io.mingjian.registry.ledger;
