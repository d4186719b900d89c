package io.mingjian.contracts;

/**
 * Order 121 Art 3: a complaint asks for mediation of a consumer dispute, a report gives a clue of a
 * violation.
 */
public enum FilingKind {
    COMPLAINT,
    REPORT
}
