/**
 * Outcomes: what people found out about a piece of evidence in the end, and what that rests on.
 *
 * <p>Owns the tables {@code evidence_outcome} and {@code outcome_banked}; reads those of evidence,
 * indications and scores for figures; listens to what the registry's officers confirm. An outcome
 * that rests on the scores of this suite alone is kept and never enters the calibration, or the
 * scores would confirm themselves. Nothing here changes a rule, a threshold or a model: figures are
 * shown to people, who may make a new version of the fusion table.
 */
@NullMarked
package io.mingjian.detection.outcome;

import org.jspecify.annotations.NullMarked;
