package io.mingjian.detection.evidence;

/** What was done with a piece of evidence. */
public enum CustodyAct {
    RECEIVED("收取并固定"),
    VIEWED("查看内容"),
    ANALYZED("自动分析"),
    EXPORTED("导出"),
    HELD("要求保全"),
    RELEASED("解除保全"),
    DESTROYED("保存期满销毁");

    private final String zhName;

    CustodyAct(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
