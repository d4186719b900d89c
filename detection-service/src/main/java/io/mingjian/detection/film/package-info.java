/**
 * Whether and how a film moves: frozen passages, repeated pictures, loops, and what its head tells
 * of its tracks. {@code docs/films.md} tells how each works and errs.
 *
 * <p>Owns no table. Never says that a film was made from a picture or cut together: a telephone on
 * a stand films a thing that does not move as well.
 */
package io.mingjian.detection.film;
