/**
 * Runs the panel of analyzers over a picture, looks for the same picture in all other evidence, and
 * joins what was found into an explained indication.
 *
 * <p>Owns the tables {@code picture_print}, {@code picture_match}, {@code analyzer_run} and {@code
 * indication}; announces {@code evidence.analyzed.v1}. Never decides about a claim: it explains. No
 * word for fraud or for genuine leaves this room, and no id of evidence that the reader may not
 * see.
 */
@NullMarked
package io.mingjian.detection.analysis;

import org.jspecify.annotations.NullMarked;
