package io.mingjian.registry.queue;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Map;

/**
 * Tells which versions of the criteria may speak; the room that keeps the criteria answers, so that
 * the queue need not know it.
 */
public interface HintVersions {
    /** The version in force on a day, by criterion; a criterion without one is absent. */
    Uni<Map<String, Integer>> versionsOn(Caller caller, LocalDate day);
}
