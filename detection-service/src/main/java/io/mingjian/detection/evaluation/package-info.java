/**
 * The command {@code ./mingjian evaluate}: how well scores tell generated from camera pictures,
 * over a manifest of pictures, with the controls without which such figures mislead.
 *
 * <p>Owns no table; knows no evidence and no tenant. Both classes go through one random chain
 * first, sources are kept apart, and what content alone, the shape of the file, and a random split
 * would reach is printed beside every result. Files and formats are described in {@code
 * docs/evaluation.md}.
 */
package io.mingjian.detection.evaluation;
