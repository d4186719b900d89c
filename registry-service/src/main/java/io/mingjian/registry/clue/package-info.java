/**
 * Clues that monitoring referred: a lead shows what Order 121 Art 42 describes of a filer, or a
 * crime. A person takes a clue up, by naming the filer or filing that it is about, or dismisses it
 * with reasons. The draft of a transfer (Decree 310) waits here for the transfer procedure.
 *
 * <p>Owns the table {@code clue} and the topic {@code mingjian.registry.clue}; listens to {@code
 * mingjian.monitoring.lead}. A clue counts in no criterion, and monitoring learns of it a number
 * and a state, never whom it was linked to.
 */
package io.mingjian.registry.clue;
