/**
 * The form of a preservation bundle: the container byte by byte, the manifest, the chain of
 * custody, the published head, the time stamp and the seal. Whoever writes a bundle and whoever
 * checks one use these same classes, and nothing of the service is needed to check one.
 *
 * <p>Owns no table; knows no framework, no tenant, no clock and no network. A document is in its
 * form only if writing it again gives the same bytes, so nothing in a bundle can differ unnoticed.
 * Described in {@code docs/preservation.md}.
 */
@NullMarked
package io.mingjian.detection.bundle;

import org.jspecify.annotations.NullMarked;
