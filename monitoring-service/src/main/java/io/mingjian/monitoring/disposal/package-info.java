/**
 * What a district does with a lead that it received: verification, disposal, feedback; and the
 * city's check of it.
 *
 * <p>Order 2 Art 18 (fifteen working days of verification from the receipt of the material), Art 19
 * and 20 (filing a case or not), Order 37 Art 34 and 38 (measures towards platforms, interviews).
 * Owns the tables {@code disposal} and {@code extension}. Moves leads only through {@code
 * lead.LeadSteps}. A disposal is a person's decision with reasons, never a machine's.
 */
package io.mingjian.monitoring.disposal;
