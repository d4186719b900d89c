/**
 * Verifies content credentials (C2PA): finds the manifest in the file, checks its signature, the
 * certificate behind it, the time stamp, the hashes that bind it to the file, and the credentials
 * of what went into the picture.
 *
 * <p>Owns no table. Never goes to a network: credentials kept elsewhere are not fetched, and a
 * certificate's status counts only where its answer is stapled to the signature. A credential says
 * who signed which statement about the file and whether the file changed since; it does not say
 * that the statement is true. Nothing is read past {@code Limits}.
 */
package io.mingjian.detection.c2pa;
