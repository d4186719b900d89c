/**
 * Finds the same picture again: re-saved, resized, turned, mirrored, framed, cropped, tilted or
 * photographed from a screen.
 *
 * <p>Pure values and one in-memory index; tables and events belong to others. Hashes and key points
 * only propose; what people see has been confirmed by one geometric mapping and on the pixels. The
 * same picture in two claims is a fact about pictures, it does not say who took it first.
 */
package io.mingjian.detection.reuse;
