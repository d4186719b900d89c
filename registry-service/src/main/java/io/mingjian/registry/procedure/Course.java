package io.mingjian.registry.procedure;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LimitName;
import java.util.Set;

/**
 * What the law lays down for one kind of filing.
 *
 * @param zh the kind in the words of an officer
 * @param reachingDown steps that the city takes although a district has the filing (Art 13, 33)
 * @param authorityDispute the clock that runs while bureaus dispute over authority (Art 33)
 */
public record Course<S extends Enum<S>, T extends Enum<T>>(
        FilingKind kind,
        String zh,
        Lifecycle<S, T> table,
        Set<T> reachingDown,
        LimitName authorityDispute) {}
