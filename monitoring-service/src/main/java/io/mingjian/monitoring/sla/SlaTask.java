package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LimitStatus;
import java.util.List;

/**
 * A task that has a time limit.
 *
 * @param task its code, as the time that ran for it is kept under
 * @param limits the file with its length, {@code limits/<limits>.yaml}
 * @param limit its name in that file
 * @param startsWith the step or steps that begin the time, {@code A | B}
 * @param endsWith the step or steps that end it
 */
record SlaTask(
        String task,
        String zh,
        Party who,
        String limits,
        String limit,
        String startsWith,
        String endsWith,
        String basis,
        LimitStatus status) {

    /** The steps of {@code A | B} and of {@code A, counted from B}. */
    static List<String> steps(String text) {
        return List.of(text.strip().split("\\s*\\|\\s*|, counted from ", -1));
    }

    /** Whose time runs. */
    enum Party {
        CITY("市局"),
        DISTRICT("区局"),
        AGENCY("监测机构"),
        PLATFORM("平台");

        private final String zh;

        Party(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }
}
