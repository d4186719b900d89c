package io.mingjian.detection.evidence;

/**
 * Told inside this process when an upload is committed, so that its analysis need not wait for the
 * next look at the table. Nobody may rely on it: the row is the job, this is only a nudge.
 */
public record EvidenceArrived() {}
