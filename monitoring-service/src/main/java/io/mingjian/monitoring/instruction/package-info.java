/**
 * What the city orders: scope, platforms, keywords, period, output specification, deadline, and
 * which agencies; each agency acknowledges or declines its own part (a commission).
 *
 * <p>Owns the tables {@code instruction} and {@code commission}; speaks on {@code
 * mingjian.monitoring.instruction}. An agency never learns which other agencies were instructed. No
 * text was found that prescribes this procedure: its limits are assumptions and shown as such.
 */
package io.mingjian.monitoring.instruction;
