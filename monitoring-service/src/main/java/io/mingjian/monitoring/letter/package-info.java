/**
 * Letters of assistance: a bureau that works on a lead asks a platform for information or measures
 * (Order 2 Art 45: fifteen working days; Order 37 Art 34: platforms cooperate).
 *
 * <p>Owns the table {@code letter} and the topic {@code mingjian.monitoring.letter}. One person
 * drafts, another issues. A platform sees what is addressed to it and nothing of the lead behind
 * it: no agency, no officer, no filer.
 */
package io.mingjian.monitoring.letter;
