/**
 * Sampling review: of the leads of a trusted agency that gave no reason for doubt a sample is
 * reviewed one by one, and a person takes or leaves the rest with one decision.
 *
 * <p>Owns the tables {@code sampling_lot} and {@code sampling_lot_lead}. Never decides by itself:
 * the reviewer opens the lot, reviews the sample, and accepts the rest or sends it to full review;
 * each lead takes its own step in that person's name. Only the city sees a lot.
 */
package io.mingjian.monitoring.sampling;
