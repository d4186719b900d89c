package io.mingjian.detection.evidence;

/** How far the service has come with a piece of evidence. */
public enum EvidenceState {
    /** Kept; waits for its analysis. */
    RECEIVED,
    /** A worker holds the lease. */
    ANALYZING,
    /** An indication exists; later uploads may still add revisions to it. */
    ANALYZED
}
