/**
 * The common words of detection: what an {@code Analyzer} is and what it may say.
 *
 * <p>Lowest room of the service: provenance, forensics and analysis build on it, it knows none of
 * them. Owns no table and no topic. There is no verdict here and must never be one: a finding
 * reports what a file holds and what that does not prove.
 */
package io.mingjian.detection.finding;
