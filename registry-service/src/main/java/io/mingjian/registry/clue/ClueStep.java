package io.mingjian.registry.clue;

/** What a person may do with a clue. */
public enum ClueStep {
    TAKE_UP,
    DISMISS
}
