/**
 * Sets: several pieces of evidence of one claim or filing, in the order in which their owner shows
 * them.
 *
 * <p>Owns the tables {@code evidence_set} and {@code evidence_set_member}. A set opens nothing:
 * each member is seen by who may see it anyway, and of the rest a reader does not learn that it
 * exists. It weighs nothing either: what the members say together is told as statements side by
 * side ({@code Consistency}), never as a sum; what of it counts is said by the analysis, in numbers
 * and without ids.
 */
@NullMarked
package io.mingjian.detection.sets;

import org.jspecify.annotations.NullMarked;
