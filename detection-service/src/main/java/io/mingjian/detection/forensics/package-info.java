/**
 * Measurements on the pixels themselves, each with its error rates beside it.
 *
 * <p>Owns no table. No pixel measurement here separates generated from real pictures well enough to
 * move a case: what is measured is shown, explained and kept out of the sum.
 */
package io.mingjian.detection.forensics;
