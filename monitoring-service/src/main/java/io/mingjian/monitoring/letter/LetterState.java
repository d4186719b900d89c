package io.mingjian.monitoring.letter;

import java.util.EnumSet;
import java.util.Set;

/** Where a letter stands. */
public enum LetterState {
    DRAFTED("已起草"),
    ISSUED("已发出"),
    ACKNOWLEDGED("平台已签收"),
    /** The platform answered, in time or late; an end. */
    ANSWERED("已答复"),
    /** The bureau took it back; an end. */
    WITHDRAWN("已撤回");

    private final String zh;

    LetterState(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }

    static Set<LetterState> ends() {
        return EnumSet.of(ANSWERED, WITHDRAWN);
    }
}
