/**
 * Whether two texts may say the same: overlapping pieces of their characters, hashed so that alike
 * texts can be found without comparing each with each.
 *
 * <p>Owns the tables {@code text_sketch} and {@code text_band}; only hashes lie there, never a
 * text. What it finds are candidates with a score; a person decides what they are.
 */
package io.mingjian.monitoring.likeness;
