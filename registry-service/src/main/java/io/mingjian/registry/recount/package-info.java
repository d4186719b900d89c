/**
 * Counts all running clocks anew: when a holiday notice has come (Order 121 Art 45), and once a
 * day. It reads and corrects the clocks that the queue watches; what a procedure stores of a clock
 * is its start, its limit and its pauses, and never needs correcting.
 *
 * <p>Owns {@code recount} and {@code clock_move}, the report of what a notice moved. Tells what
 * moved and decides nothing.
 */
package io.mingjian.registry.recount;
