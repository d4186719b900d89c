package io.mingjian.contracts;

/**
 * How much a piece of evidence asks for attention. A band is an indication for people, never a
 * finding.
 */
public enum IndicationBand {
    NO_SIGN,
    SOME_SIGNS,
    STRONG_SIGNS,
    DECLARED_OR_REUSED,
    /** The file could not be read or exceeded a limit; says nothing either way. */
    INCONCLUSIVE
}
