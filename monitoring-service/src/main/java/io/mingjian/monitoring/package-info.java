/**
 * The closed loop of third-party monitoring: the city instructs, agencies find, the city reviews
 * and assigns, districts verify and dispose, the city checks and closes.
 *
 * <p>Rooms, from the ground up: {@code finding} and {@code indication} (what is known), {@code
 * instruction}, {@code lead}, then {@code assignment} and {@code disposal}. Each depends only on
 * those before it.
 */
package io.mingjian.monitoring;
