/**
 * Small pictures that a file carries of itself (EXIF, JFIF, MPF, Photoshop), laid over the picture:
 * whoever changes the picture and forgets them leaves the state before.
 *
 * <p>Owns no table. Every length is checked before a byte is copied and every size before a pixel
 * is decoded. A difference says that the two do not show the same, never which of them is older.
 */
package io.mingjian.detection.thumbnail;
