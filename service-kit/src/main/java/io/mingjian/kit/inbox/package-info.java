/**
 * Events arrive here: one door for all topics of a service, de-duplicated, retried, and put aside
 * when they poison.
 *
 * <p>Tables {@code inbox}, {@code dead_letter}. A room that listens implements {@link
 * io.mingjian.kit.inbox.EventConsumer}; its effect and the de-duplication row commit together.
 */
package io.mingjian.kit.inbox;
