package io.mingjian.detection.outcome;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody confirmed an outcome, or withdrew one. For rooms of this service only; it is told inside
 * the transaction.
 *
 * @param independent whether it rests on something else than the readings of this suite
 * @param by who found it
 * @param withdrawn whether it no longer stands
 */
public record OutcomeConfirmed(
        UUID outcomeId,
        UUID evidenceId,
        OutcomeKind outcome,
        Set<RestsOn> restsOn,
        boolean independent,
        String reasons,
        By by,
        boolean withdrawn,
        Instant at) {
    /**
     * Who found it.
     *
     * @param name as people are named here
     * @param subject the same person in tokens; empty for what the registry tells, which does not
     *     say who of its officers found it
     */
    public record By(String organisation, String name, String subject) {}

    public OutcomeConfirmed {
        restsOn = Set.copyOf(restsOn);
    }
}
