package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;

/**
 * Tells whether a version was tried on what has happened; the room that tries answers, so that this
 * one need not know it.
 */
public interface Tried {
    /** Whether a shadow run or a back-test of this version came to its end. */
    Uni<Boolean> isTried(Caller caller, String code, int version);
}
