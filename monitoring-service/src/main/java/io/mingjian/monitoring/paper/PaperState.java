package io.mingjian.monitoring.paper;

/** How far a paper has come. */
enum PaperState {
    WAITING("待打印"),
    DONE("已存档"),
    /** Tried too often; somebody has to look. */
    FAILED("打印失败");

    private final String zh;

    PaperState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
