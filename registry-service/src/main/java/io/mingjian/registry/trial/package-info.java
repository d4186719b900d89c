/**
 * Tries a version of a criterion on what has happened, before anybody is measured by it: a shadow
 * run says whom it would have proposed in a period, a back-test compares that with what people
 * decided later. Both replay the same rules that propose in earnest ({@code criteria.Evaluator}).
 *
 * <p>Owns {@code criteria_trial} and {@code trial_proposal}. A trial proposes nobody, changes no
 * hint and tells nobody outside the bureaus.
 */
package io.mingjian.registry.trial;
