package io.mingjian.detection.analysis;

/** How a row of the fusion table is founded. */
public enum RuleStatus {
    /** A command of this repository counted the false alarms. */
    MEASURED("误报经测量"),
    /** Taken from what others have published. */
    LITERATURE("取自公开文献"),
    /** A proposal that nobody has measured. */
    PROPOSED("提议值，未经测量");

    private final String zhName;

    RuleStatus(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
