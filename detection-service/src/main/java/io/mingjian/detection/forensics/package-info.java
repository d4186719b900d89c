/**
 * Measurements on the pixels themselves, each with its error rates beside it, and maps for experts.
 *
 * <p>Owns no table. No measurement here separates generated from ordinary pictures well enough to
 * move a case: what is measured is shown and explained; a part that lies twice is worth a look; the
 * rest is kept out of the sum. Uses the key points of the room {@code reuse} and knows nothing of
 * other pictures.
 */
package io.mingjian.detection.forensics;
