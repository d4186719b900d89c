/**
 * The moment in which a step is taken, and the clocks that run: how they are moved, kept and shown
 * (Order 121 Art 45 for the counting).
 *
 * <p>Plain values; owns no table. A clock keeps the limit row that it was started with; its due
 * date is always derived.
 */
package io.mingjian.monitoring.clock;
