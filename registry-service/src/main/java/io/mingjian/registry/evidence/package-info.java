/**
 * What detection says about pieces of evidence, kept beside the filings: whichever comes first, the
 * highest revision wins. Indications are for people to look at; nothing here decides. Beside them
 * stands what a person found, with reasons.
 *
 * <p>Owns {@code evidence_indication} and {@code evidence_confirmation}; listens to {@code
 * mingjian.detection.evidence}. An indication is shown only with filings of the organisation that
 * owns the evidence.
 */
package io.mingjian.registry.evidence;
