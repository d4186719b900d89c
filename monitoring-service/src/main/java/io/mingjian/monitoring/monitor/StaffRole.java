package io.mingjian.monitoring.monitor;

/** What somebody does at an agency. */
public enum StaffRole {
    /** Finds and fixes evidence. */
    COLLECTOR("采集人员"),
    /** Reviews findings before they are handed in. */
    REVIEWER("复核人员"),
    /** Answers for the agency's work. */
    MANAGER("项目负责人");

    private final String zh;

    StaffRole(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
