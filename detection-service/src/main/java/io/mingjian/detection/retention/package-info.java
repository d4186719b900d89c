/**
 * Retention: until when the bytes of evidence are kept, who wants them kept longer, and their end.
 *
 * <p>Owns the table {@code evidence_hold}; the terms and what became of each content stand with the
 * evidence itself. Nothing is destroyed that a filing or lead still needs, that somebody holds, or
 * whose examination is under way. What ends is the file; its hashes and its chain of custody stay.
 */
@NullMarked
package io.mingjian.detection.retention;

import org.jspecify.annotations.NullMarked;
