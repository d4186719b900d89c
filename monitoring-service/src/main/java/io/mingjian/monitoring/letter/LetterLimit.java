package io.mingjian.monitoring.letter;

import io.mingjian.kit.time.LimitName;

/** Limits of a letter's clocks; their lengths are in {@code limits/letter.yaml}. */
public enum LetterLimit implements LimitName {
    ANSWER("协助答复");

    private final String zh;

    LetterLimit(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
