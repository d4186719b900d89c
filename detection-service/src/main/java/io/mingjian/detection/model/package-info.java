/**
 * A small network that scores the pixels of a picture tile by tile, and the card that tells how far
 * it may be believed.
 *
 * <p>Owns no table. A model is a file with a card and nothing else; without one the room says that
 * it has none. No model has passed the gates of {@code docs/model-card.md}: what it says is shown
 * to experts as a measurement and must never move an indication.
 */
package io.mingjian.detection.model;
