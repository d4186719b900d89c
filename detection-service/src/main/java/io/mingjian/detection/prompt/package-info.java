/**
 * Reads the words with which somebody asks a generator for a picture: which of them point at a
 * picture that could serve a false claim, how they are disguised, and what speaks for a lawful use.
 *
 * <p>Owns {@code rule.yaml}, which lawyers and officers may change, and the two tables of
 * characters. Knows no framework, keeps no prompt, and decides nothing: what it says is a risk with
 * its reasons.
 */
@NullMarked
package io.mingjian.detection.prompt;

import org.jspecify.annotations.NullMarked;
