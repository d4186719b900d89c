package io.mingjian.detection.evidence;

import java.util.UUID;

/**
 * How another piece of evidence stands to one.
 *
 * @param other the other one
 * @param foreign another organisation uploaded it
 * @param sameMatter one filing or lead rightfully names both
 */
public record EvidenceRelation(UUID other, boolean foreign, boolean sameMatter) {}
