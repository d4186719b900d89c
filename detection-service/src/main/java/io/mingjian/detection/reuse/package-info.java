/**
 * Finds the same picture again: re-saved, resized, turned, mirrored, framed or cropped.
 *
 * <p>Pure values and one in-memory index; tables and events belong to others. A hash only proposes;
 * what people see has been confirmed on the pixels. The same picture in two claims is a fact about
 * pictures, it does not say who took it first.
 */
package io.mingjian.detection.reuse;
