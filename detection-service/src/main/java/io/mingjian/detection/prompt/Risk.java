package io.mingjian.detection.prompt;

/** How much the words of a request point at a picture for a false claim; the least first. */
public enum Risk {
    NONE,
    LOW,
    MEDIUM,
    HIGH
}
