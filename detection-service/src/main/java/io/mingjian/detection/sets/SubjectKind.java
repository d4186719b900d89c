package io.mingjian.detection.sets;

/** What the pieces of a set belong to. */
enum SubjectKind {
    /** A complaint or report, by its id or registration number. */
    FILING,
    /** A claim at a platform or merchant, by the number it has there. */
    CLAIM
}
