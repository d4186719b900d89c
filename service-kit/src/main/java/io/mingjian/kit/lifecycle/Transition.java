package io.mingjian.kit.lifecycle;

import java.util.List;

/**
 * A step that was taken: the new state, and what is now to be done to the clocks.
 *
 * @param clocks in the order of the table
 * @param article where the step is written
 */
public record Transition<S extends Enum<S>, T extends Enum<T>>(
        S from, T step, S to, List<ClockAction> clocks, String article) {}
