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
 * @param named a filing, a lead or a claim of its owner rightfully names the other one; what nobody
 *     has put to any use is in no matter, so in no other one either
 */
public record EvidenceRelation(
        UUID other, boolean foreign, boolean sameMatter, boolean answer, boolean named) {
    /** Of one that is in a matter. */
    public EvidenceRelation(UUID other, boolean foreign, boolean sameMatter) {
        this(other, foreign, sameMatter, false, true);
    }
}
