package io.mingjian.detection.prompt;

/** What the picture would show. */
public enum PromptCategory {
    DAMAGED_GOODS,
    FLAWED_PRODUCT,
    ROTTEN_FOOD,
    DEAD_SEAFOOD,
    FOREIGN_OBJECT,
    FORGED_RECEIPT,
    FAKE_SCALE_READING
}
