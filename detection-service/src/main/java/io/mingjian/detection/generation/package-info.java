/**
 * Audit of generation requests: a model provider shows what it was asked for and gets a risk with
 * its reasons and the duties to label (Measures for Labelling AI-generated Content, Art 4, 5, 9 and
 * 10; GB 45438-2025). The city sees figures, never a request.
 *
 * <p>Owns the tables {@code generation_request} and {@code generation_category}. Must never keep
 * the words of a prompt or the name of an account, nor decide anything: whether the picture is made
 * is for the provider's own people.
 */
@NullMarked
package io.mingjian.detection.generation;

import org.jspecify.annotations.NullMarked;
