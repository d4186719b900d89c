/**
 * Versioned, dated criteria that point at filers whose filings deserve a human look (Order 121 Art
 * 17; thresholds are assumptions of this product, shown as such). Whenever the ledger learns
 * something of a person, that person is compared with the criteria in force.
 *
 * <p>Owns {@code criterion_version} and {@code criterion_hit}. A new version takes two persons. A
 * hit explains itself with the values it saw; it never decides and never stops a filing.
 */
package io.mingjian.registry.criteria;
