package io.mingjian.detection.evidence;

/** What became of the bytes of a piece of evidence. Its row, hashes and custody stay. */
public enum ContentState {
    KEPT,
    /** Its term was over; the bytes are being removed, which a crash may have interrupted. */
    DESTROYING,
    DESTROYED
}
