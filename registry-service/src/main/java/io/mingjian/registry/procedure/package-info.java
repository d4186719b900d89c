/**
 * What all procedures of the registry share: what complaints and reports have in common, the frame
 * of a step from the door to the answer, the clocks that run beside an object, and the log of the
 * steps that people took, with reasons and article.
 *
 * <p>Owns {@code step_taken}. Knows no procedure; each room has its own table of lawful steps and
 * decides for itself.
 */
package io.mingjian.registry.procedure;
