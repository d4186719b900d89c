/**
 * Reads files within limits: type by content, the blocks of the container and EXIF fields of
 * pictures, films, sound and documents; what their heads claim of size and length before any
 * decoding; upright pixels of pictures, some pictures of a film, the pictures in a document.
 * Decoders that are no Java run in a process of their own ({@code docs/media.md}).
 *
 * <p>Owns no table. Never trusts a file name or a declared type, never lets a damaged file throw
 * out of this room, and never changes a byte it was given. One thing is thrown: {@link
 * io.mingjian.detection.media.DecoderBusy}, when a file did not get its turn to be decoded.
 */
package io.mingjian.detection.media;
