package io.mingjian.contracts;

/**
 * What the AI labels of a file declare, mirroring Art 6 of the labelling Measures (in force
 * 2025-09-01).
 */
public enum LabelVerdict {
    CONFIRMED_BY_METADATA,
    POSSIBLE_DECLARED,
    SUSPECTED_TRACES,
    /** No label was found; this says nothing about how the picture was made. */
    NONE_FOUND,
    INCONCLUSIVE
}
