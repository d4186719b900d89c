package io.mingjian.detection.prompt;

/** The texts of a request. */
public enum PromptField {
    PROMPT,
    NEGATIVE_PROMPT,
    DECLARED_USE
}
