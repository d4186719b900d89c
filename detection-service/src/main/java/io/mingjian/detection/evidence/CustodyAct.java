package io.mingjian.detection.evidence;

/** What was done with a piece of evidence. */
public enum CustodyAct {
    RECEIVED("收取并固定"),
    VIEWED("查看内容"),
    ANALYZED("自动分析"),
    EXPORTED("导出副本");

    private final String zhName;

    CustodyAct(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
