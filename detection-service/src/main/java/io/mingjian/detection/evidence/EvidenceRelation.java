package io.mingjian.detection.evidence;

import java.util.UUID;

/**
 * How another piece of evidence stands to one.
 *
 * @param other the other one
 * @param foreign another organisation uploaded it
 * @param sameMatter one filing or lead rightfully names both
 * @param answer one of both is known from answers to letters alone; these are about a matter that
 *     is known already, so it is none of its own
 */
public record EvidenceRelation(UUID other, boolean foreign, boolean sameMatter, boolean answer) {
    public EvidenceRelation(UUID other, boolean foreign, boolean sameMatter) {
        this(other, foreign, sameMatter, false);
    }
}
