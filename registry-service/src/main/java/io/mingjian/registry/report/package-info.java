/**
 * Reports: clues of violations that a bureau verifies, and the cases that come of them (Order 121
 * Arts 27–37; penalty procedure, Order 2, Arts 17–20, 60, 64).
 *
 * <p>Owns the table {@code report} and the steps of its lifecycle; announces on {@code
 * mingjian.registry.filing}. Whether a reporter hears of the result, the laws in {@code
 * rules/result-notices.yaml} say. A clue is verified whoever gave it (Art 35). Must never let a
 * reporter's identity out of the bureau (Art 37).
 */
package io.mingjian.registry.report;
