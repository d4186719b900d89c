/**
 * Runs the panel of analyzers over a picture, looks for the same picture in all other evidence, and
 * joins what was found, and what is known beside the picture, into an explained indication by the
 * rules of a table that is data ({@code docs/detection.md}).
 *
 * <p>Owns the tables {@code picture_print}, {@code film_print}, {@code picture_match}, {@code
 * analyzer_run}, {@code analysis_score}, {@code indication} and {@code analysis_wish}; announces
 * {@code evidence.analyzed.v1}. Never decides about a claim: it explains. No word for fraud or for
 * genuine leaves this room, and no id of evidence that the reader may not see.
 */
@NullMarked
package io.mingjian.detection.analysis;

import org.jspecify.annotations.NullMarked;
