package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LimitStatus;

/**
 * A task that has a time limit.
 *
 * @param task its code, as the time that ran for it is kept under
 * @param limits the file with its length, {@code limits/<limits>.yaml}
 * @param limit its name in that file
 * @param startsWith the step that begins the time
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
