/**
 * What the city orders: scope, platforms, keywords, period, output specification, deadline, and
 * which agencies; each agency acknowledges or declines its own part (a commission), and says when
 * nothing more will come. The city amends in versions, each kept whole, and reminds.
 *
 * <p>Owns the tables {@code instruction}, {@code instruction_version}, {@code commission} and
 * {@code reminder}; speaks on {@code mingjian.monitoring.instruction}. An instruction is held
 * before its parts, wherever both are. An agency never learns which other agencies were instructed.
 * No text was found that prescribes this procedure: its limits are assumptions and shown as such.
 */
package io.mingjian.monitoring.instruction;
