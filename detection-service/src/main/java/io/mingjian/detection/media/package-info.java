/**
 * Reads files within limits: type by content, the blocks of the container and EXIF fields of
 * pictures, films, sound and documents; of pictures also width and height before any decoding, and
 * upright pixels.
 *
 * <p>Owns no table. Never trusts a file name or a declared type, never lets a damaged file throw
 * out of this room, and never changes a byte it was given.
 */
package io.mingjian.detection.media;
