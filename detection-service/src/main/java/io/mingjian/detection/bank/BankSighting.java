package io.mingjian.detection.bank;

import java.util.UUID;

/**
 * An entry and a piece of evidence show the same.
 *
 * @param other the entry, where evidence was looked for; the evidence, where an entry was
 * @param distance differing bits of the two hashes, 0 to 256; 0 for equal files
 * @param agreement share of textured parts that agree, 0 to 1
 */
public record BankSighting(UUID other, Likeness likeness, int distance, double agreement) {}
