package io.mingjian.detection.bank;

import java.util.Optional;
import java.util.UUID;

/**
 * An entry and a piece of evidence show the same.
 *
 * @param other the entry, where evidence was looked for; the evidence, where an entry was
 * @param distance differing bits of the two hashes, 0 to 256; 0 for equal files
 * @param agreement share of textured parts that agree, 0 to 1
 * @param within which picture of the evidence it is, if that is a film or a document
 */
public record BankSighting(
        UUID other, Likeness likeness, int distance, double agreement, Optional<Within> within) {
    /** The very same file. */
    public static BankSighting copy(UUID other) {
        return new BankSighting(other, Likeness.IDENTICAL_FILE, 0, 1, Optional.empty());
    }
}
