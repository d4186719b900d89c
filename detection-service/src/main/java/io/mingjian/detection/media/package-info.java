/**
 * Reads picture files within limits: type by content, width and height before any decoding, the
 * blocks of the container, EXIF fields, upright pixels.
 *
 * <p>Owns no table. Never trusts a file name or a declared type, never lets a damaged file throw
 * out of this room, and never changes a byte it was given.
 */
package io.mingjian.detection.media;
