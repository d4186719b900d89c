/**
 * Complaints: consumer disputes that a bureau mediates (Order 121 Arts 10–25).
 *
 * <p>Owns the table {@code complaint} and the steps of its lifecycle; announces on {@code
 * mingjian.registry.filing}. Every decision is a person's, with reasons. Must never show who filed
 * beyond what mediation needs (Art 37), and never refuse because of a list.
 */
package io.mingjian.registry.complaint;
