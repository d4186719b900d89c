/**
 * Which district bureau works on a lead: proposal by the place rules, assignment by the city,
 * receipt, return and re-assignment (Order 121 Art 29–33 by analogy; Art 41: a unit without
 * authority returns, it never forwards).
 *
 * <p>Owns the table {@code assignment}. Moves leads only through {@code lead.LeadSteps}. It never
 * chooses a district by itself: the table proposes, a person of the city decides.
 */
package io.mingjian.monitoring.assignment;
