package io.mingjian.kit.lifecycle;

import io.mingjian.kit.time.LimitName;

/** What a step does to one clock. */
public record ClockAction(Kind kind, LimitName limit) {

    /** What may be done to a clock. */
    public enum Kind {
        START("起算"),
        STOP("终止"),
        PAUSE("暂停"),
        RESUME("恢复");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }
}
